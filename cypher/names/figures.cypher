// names.figures: figures of a value in the unit in which they are compared, whatever unit the source states.
// params: values
// returns: id, name, value, unit, comparedValue, compared, summary, counts
UNWIND $values AS value
WITH toFloat(value) AS wanted
CALL (wanted) {
  MATCH (node:Observation {comparedValue: wanted})
  RETURN node ORDER BY node.id LIMIT 200
}
RETURN node.id AS id, node.name AS name, node.value AS value, node.unit AS unit, node.comparedValue AS comparedValue, node.comparedUnit AS compared, node.summary AS summary, node.counts AS counts
