// quality.firmness: how many entities, figures and relations are stated, implied, targets or forecasts; without those that tie figures to subject and metric.
// root
// returns: kind, total, stated, implied, target, forecast
//
// A load counts when it is done and keeps the counts in the record of the dataset; where it has none, they are counted now.

CALL () {
  MATCH (kept:Dataset {id: 'dataset', state: 'READY'})
  WHERE kept.ties IS NOT NULL
  UNWIND [['ENTITY', kept.entities], ['OBSERVATION', kept.figures], ['RELATION', kept.ties]] AS pair
  WITH pair[0] AS what, pair[1] AS counts
  RETURN what, counts[0] AS total, counts[1] AS stated, counts[2] AS implied, counts[3] AS target, counts[4] AS forecast
  UNION ALL
  CALL () {
    MATCH (record:Dataset {state: 'READY'})
    WHERE record.ties IS NOT NULL
    RETURN count(record) AS known
  }
  WITH known WHERE known = 0
  CALL () {
    MATCH (one:Entity)
    RETURN CASE WHEN one:Observation THEN 'OBSERVATION' ELSE 'ENTITY' END AS what, one.status AS status, count(*) AS many
    UNION
    MATCH (:Entity)-[tie]->(:Entity)
    WHERE NOT type(tie) IN ['OBSERVES', 'MEASURED_AS']
    RETURN 'RELATION' AS what, tie.status AS status, count(*) AS many
  }
  RETURN what, sum(many) AS total,
    sum(CASE WHEN status = 'STATED' THEN many ELSE 0 END) AS stated,
    sum(CASE WHEN status = 'IMPLIED' THEN many ELSE 0 END) AS implied,
    sum(CASE WHEN status = 'TARGET' THEN many ELSE 0 END) AS target,
    sum(CASE WHEN status = 'FORECAST' THEN many ELSE 0 END) AS forecast
}
UNWIND [0] AS cut
WITH what, total, stated, implied, target, forecast
WHERE total > 0

RETURN what AS kind, total, stated, implied, target, forecast ORDER BY kind
