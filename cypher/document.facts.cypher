/* To try it, run these first:
:param id => 'document:xishan-srdi-2023';
:param line => null;
:param kinds => null;
*/
// Document.facts: everything that cites a line of the document: entities, relations, figures, by line.
// What is absent beside an entity or a relation comes of an OPTIONAL MATCH that finds nothing: for a bare null in a
// UNION the embedded engine takes relations for nodes, and gives nodes as bare numbers.
// on: Document
// args: line: Int, kinds: [FactKind!]
// returns: line, kind, id, entity, relation

MATCH (parent:Document {id: $id})

CALL (parent) {
  MATCH (fact:Entity)
  WHERE any(source IN fact.sources WHERE source STARTS WITH parent.stem + ':'
    AND ($line IS NULL OR source = parent.stem + ':' + toString($line)))
  OPTIONAL MATCH (fact)-[none:MEASURED_AS]->(fact)
  RETURN fact AS entity, none AS relation, fact.id AS id, fact.sources AS cited,
    CASE WHEN fact:Observation THEN 'OBSERVATION' ELSE 'ENTITY' END AS kind
  UNION ALL
  MATCH (holder:Entity)-[fact]->(:Entity)
  WHERE NOT type(fact) IN ['OBSERVES', 'MEASURED_AS']
    AND any(source IN fact.sources WHERE source STARTS WITH parent.stem + ':'
    AND ($line IS NULL OR source = parent.stem + ':' + toString($line)))
  OPTIONAL MATCH (holder)-[:MEASURED_AS]->(nobody:Region)
  RETURN nobody AS entity, fact AS relation, fact.id AS id, fact.sources AS cited, 'RELATION' AS kind
}
UNWIND cited AS citation
WITH parent, entity, relation, id, kind, citation, substring(citation, size(parent.stem) + 1) AS digits
WHERE citation STARTS WITH parent.stem + ':' AND NOT digits CONTAINS ':' AND ($kinds IS NULL OR kind IN $kinds)
WITH entity, relation, id, kind, toInteger(digits) AS line
WHERE $line IS NULL OR line = $line

RETURN line, kind, id, entity, relation ORDER BY line, kind, id
