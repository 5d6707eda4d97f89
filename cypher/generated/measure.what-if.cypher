/* To try it, run these first:
:param id => 'measure:xishan-srdi-finance';
:param condition => 'condition:in-xishan';
:param asOf => null;
:param eligibility => [{parent: 'measure:xishan-srdi-finance', before: {eligible: 1, nearly: 0, unknown: 2}, after: {eligible: 2, nearly: 0, unknown: 2}}];
*/
// Measure.whatIf: enterprises by status, and the cost, before and after a condition is changed or dropped.
// on: Measure
// args: condition: ID!, asOf: Date, eligibility: [JSON!]!
// returns: condition, before, after, costKind
// eligibility: how many, as in [{parent: 'measure:a', before: {eligible: 1, nearly: 0, unknown: 2, ineligible: 3}, after: ...}]
// Written by `npm run generate` from src/eligibility/rules: change it there.

MATCH (parent:Measure {id: $id})

MATCH (parent)-[:HAS_CONDITION]->(asked:Condition {id: $condition})
WITH DISTINCT parent, asked
UNWIND $eligibility AS ranked
WITH parent, asked, ranked
WHERE ranked.parent = parent.id
WITH parent, asked, ranked, coalesce($asOf, toString(date())) AS day
CALL (parent, day) {
  MATCH (parent)<-[offer:OFFERS]-()
  WHERE offer.amount IS NOT NULL AND NOT offer.status IN ['TARGET', 'FORECAST']
    AND coalesce(offer.startEarliest <= day, true) AND coalesce(offer.endLatest >= day, true)
  WITH offer ORDER BY offer.startEarliest IS NULL, offer.startEarliest DESC, offer.id
  RETURN head(collect({amount: offer.amount, kind: offer.amountKind})) AS dated
}
WITH asked, ranked, coalesce(dated.amount, parent.amount) AS amount,
  coalesce(dated.kind, parent.amountKind) AS amountKind

RETURN asked AS condition,
  {eligible: ranked.before.eligible, nearly: ranked.before.nearly, unknown: ranked.before.unknown,
  ineligible: ranked.before.ineligible, cost: ranked.before.eligible * amount} AS before,
  {eligible: ranked.after.eligible, nearly: ranked.after.nearly, unknown: ranked.after.unknown,
  ineligible: ranked.after.ineligible, cost: ranked.after.eligible * amount} AS after, amountKind AS costKind
