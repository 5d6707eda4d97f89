/* To try it, run these first:
:param id => 'measure:xishan-srdi-finance';
:param condition => 'condition:in-xishan';
:param standing => [{parent: 'measure:xishan-srdi-finance', before: {eligible: 1, nearly: 0, unknown: 2}, after: {eligible: 2, nearly: 0, unknown: 2}}];
*/
// Measure.whatIf: enterprises by status, and the cost, before and after a condition is changed or dropped.
// on: Measure
// args: condition: ID!, standing: [JSON!]!
// returns: condition, before, after, costKind
// standing: how many, as in [{parent: 'measure:a', before: {eligible: 1, nearly: 0, unknown: 2, ineligible: 3}, after: ...}]
// Written by `npm run generate` from src/eligibility/rules: change it there.

MATCH (parent:Measure {id: $id})

MATCH (parent)-[:HAS_CONDITION]->(asked:Condition {id: $condition})
WITH DISTINCT parent, asked
UNWIND $standing AS stand
WITH parent, asked, stand
WHERE stand.parent = parent.id

RETURN asked AS condition,
  {eligible: stand.before.eligible, nearly: stand.before.nearly, unknown: stand.before.unknown,
  ineligible: stand.before.ineligible, cost: stand.before.eligible * parent.amount} AS before,
  {eligible: stand.after.eligible, nearly: stand.after.nearly, unknown: stand.after.unknown,
  ineligible: stand.after.ineligible, cost: stand.after.eligible * parent.amount} AS after,
  parent.amountKind AS costKind
