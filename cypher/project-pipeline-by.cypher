/* To try it, run these first:
:param by => 'REGION';
:param region => null;
:param park => null;
:param cluster => null;
:param from => null;
:param to => null;
*/
// projectPipelineBy: the pipeline of named projects by region, park, cluster or year; those not known to be in any come last.
// root
// args: by: PipelineGrouping!, region: ID, park: ID, cluster: ID, from: Date, to: Date
// returns: key, name, projects, stages, unplaced, place
//
// A project counts in the smallest region it is placed in, directly or through its park, in each park it has a site
// in, and in each cluster it belongs to; an event in a year if its date surely lies there.

CALL () {
  MATCH (project:Project)
  WHERE ($region IS NULL OR EXISTS { MATCH (project)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES*0..1]-(site)-[:LOCATED_IN|PART_OF*0..7]->(:Region {id: $region})
      WHERE site = held OR ((site:Region OR site:Park) AND all(tie IN ties WHERE site = startNode(tie))) })
    AND ($park IS NULL OR EXISTS { MATCH (project)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES*0..1]-(site)-[:LOCATED_IN|PART_OF*0..4]->(:Park {id: $park})
      WHERE site = held OR ((site:Region OR site:Park) AND all(tie IN ties WHERE site = startNode(tie))) })
    AND ($cluster IS NULL OR EXISTS { MATCH (project)-[:BELONGS_TO]->(:Cluster)-[:PART_OF*0..6]->(:Cluster {id: $cluster}) })
  RETURN project
}
CALL (project) {
  WITH project WHERE $by = 'REGION'
  MATCH (project)-[:LOCATED_IN]->(district:Region)
  RETURN district.id AS held, district.name AS label
  UNION
  WITH project WHERE $by = 'REGION'
  MATCH (project)-[:LOCATED_IN]->(:Park)-[:PART_OF*0..3]->(site:Park)-[:LOCATED_IN]->(around:Region)
  RETURN around.id AS held, around.name AS label
  UNION
  WITH project WHERE $by = 'REGION' AND NOT EXISTS { MATCH (project)-[:LOCATED_IN]->() }
  RETURN null AS held, null AS label
  UNION
  WITH project WHERE $by = 'PARK'
  MATCH (project)-[:LOCATED_IN]->(park:Park)
  RETURN park.id AS held, park.name AS label
  UNION
  WITH project WHERE $by = 'PARK' AND NOT EXISTS { MATCH (project)-[:LOCATED_IN]->(:Park) }
  RETURN null AS held, null AS label
  UNION
  WITH project WHERE $by = 'CLUSTER'
  MATCH (project)-[:BELONGS_TO]->(cluster:Cluster)
  RETURN cluster.id AS held, cluster.name AS label
  UNION
  WITH project WHERE $by = 'CLUSTER' AND NOT EXISTS { MATCH (project)-[:BELONGS_TO]->(:Cluster) }
  RETURN null AS held, null AS label
  UNION
  WITH project WHERE $by = 'YEAR'
  RETURN null AS held, null AS label
}
MATCH (project)-[event:REACHED]->(step:Stage)
WHERE NOT event.status IN ['TARGET', 'FORECAST'] AND ($from IS NULL OR event.startEarliest >= $from)
  AND ($to IS NULL OR event.startLatest <= $to)
WITH project, step, held, label, CASE WHEN $by = 'YEAR' AND substring(event.startEarliest, 0, 4) = substring(event.startLatest, 0, 4)
  THEN substring(event.startEarliest, 0, 4) END AS year
WITH DISTINCT coalesce(held, year) AS held, coalesce(label, year) AS label, step, project
WITH held, label, step, count(project) AS many, sum(coalesce(project.investment, 0.0)) AS money,
  count(project.investment) AS known, collect(project.id) AS ids
ORDER BY step.rank
WITH held, label, collect({stage: step.code, name: step.name, reached: many, investment: CASE WHEN known > 0 THEN money END,
  investmentUnknown: many - known}) AS counts, collect(ids) AS members
CALL (members) {
  UNWIND members AS list
  UNWIND list AS member
  RETURN count(DISTINCT member) AS total
}

RETURN held AS key, label AS name, total AS projects, counts AS stages, held IS NULL AS unplaced,
  CASE $by WHEN 'YEAR' THEN 0 ELSE 0 - total END AS place ORDER BY unplaced, place, key
