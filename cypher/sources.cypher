/* To try it, run these first:
:param id => 'enterprise:xinhongye';
*/
// sources: where an entity or a relation was said, in the order of its citations.
// on: Entity, Relation
// returns: document, line, position

MATCH (parent:Entity {id: $id})

UNWIND range(0, size(coalesce(parent.sources, [])) - 1) AS i
WITH i, parent.sources[i] AS cited, split(parent.sources[i], ':') AS pieces
WITH i, cited, last(pieces) AS digits
MATCH (source:Document {stem: left(cited, size(cited) - size(digits) - 1)})

RETURN source AS document, toInteger(digits) AS line, i AS position ORDER BY position
