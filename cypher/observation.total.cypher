/* To try it, run these first:
:param id => 'observation:xishan-smart-benchmark-count-2022-provincial';
*/
// Observation.total: the whole that a figure is counted in, at the end of its parts of parts: itself where it is no part.
// on: Observation
// returns: node

MATCH (parent:Observation {id: $id})

MATCH (parent)-[links:INCLUDED_IN*0..6]->(whole:Observation)
WITH whole, size(links) AS far ORDER BY far DESC, whole.id LIMIT 1

RETURN whole AS node ORDER BY node.id
