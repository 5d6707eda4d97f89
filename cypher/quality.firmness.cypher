// quality.firmness: how many entities, figures and relations are stated, implied, targets or forecasts; without those that tie figures to subject and metric.
// root
// returns: kind, total, stated, implied, target, forecast

CALL () {
  MATCH (one:Entity)
  RETURN CASE WHEN one:Observation THEN 'OBSERVATION' ELSE 'ENTITY' END AS what, one.status AS status, count(*) AS many
  UNION
  MATCH (:Entity)-[one]->(:Entity)
  WHERE NOT type(one) IN ['OBSERVES', 'MEASURED_AS']
  RETURN 'RELATION' AS what, one.status AS status, count(*) AS many
}
WITH what, sum(many) AS total,
  sum(CASE WHEN status = 'STATED' THEN many ELSE 0 END) AS stated,
  sum(CASE WHEN status = 'IMPLIED' THEN many ELSE 0 END) AS implied,
  sum(CASE WHEN status = 'TARGET' THEN many ELSE 0 END) AS target,
  sum(CASE WHEN status = 'FORECAST' THEN many ELSE 0 END) AS forecast

RETURN what AS kind, total, stated, implied, target, forecast ORDER BY kind
