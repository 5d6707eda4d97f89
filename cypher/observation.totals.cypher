/* To try it, run these first:
:param total => true;
*/
// observation.totals: figures that are no part of another figure of the same metric, or only those that are.
// root
// args: total: Boolean!
// returns: node

MATCH (node:Observation)
WHERE $total <> EXISTS { MATCH (node)-[:INCLUDED_IN]->(whole:Observation) WHERE whole.metric = node.metric }

RETURN node ORDER BY node.id
