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
// A project counts in the smallest region that it belongs to, directly, through its park or through what it is part of,
// in each park that it belongs to, and in each cluster; an event in a year if its date surely lies there.

CALL () {
  MATCH (project:Project)
  WHERE ($region IS NULL OR EXISTS { MATCH (project)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES*0..1]-(site)-[:LOCATED_IN|PART_OF*0..7]->(:Region {id: $region})
      WHERE site = held OR ((site:Region OR site:Park) AND all(tie IN ties WHERE site = startNode(tie))) })
    AND ($park IS NULL OR EXISTS { MATCH (project)-[:PART_OF*0..3]->(held)-[ties:HOSTS|UNDERTAKES*0..1]-(site)-[:LOCATED_IN|PART_OF*0..4]->(:Park {id: $park})
      WHERE site = held OR ((site:Region OR site:Park) AND all(tie IN ties WHERE site = startNode(tie))) })
    AND ($cluster IS NULL OR EXISTS { MATCH (project)-[:BELONGS_TO]->(:Cluster)-[:PART_OF*0..6]->(:Cluster {id: $cluster}) })
  RETURN project
}
UNWIND [0] AS cut
// Where a project belongs, as it does in a filter: by itself or by what it is part of, where that lies or whose it is.
CALL (project) {
  CALL (project) {
    WITH project WHERE $by IN ['REGION', 'PARK']
    MATCH (project)-[:PART_OF*0..3]->(whole)-[:LOCATED_IN]->(site)
    RETURN site
    UNION
    WITH project WHERE $by IN ['REGION', 'PARK']
    MATCH (project)-[:PART_OF*0..3]->(whole)<-[:HOSTS|UNDERTAKES]-(site)
    WHERE site:Region OR site:Park
    RETURN site
  }
  UNWIND [0] AS cut2
  CALL (site) {
    WITH site WHERE $by = 'PARK' AND site:Park
    RETURN site AS place
    UNION
    WITH site WHERE $by = 'REGION' AND site:Region
    RETURN site AS place
    UNION
    WITH site WHERE $by = 'REGION' AND site:Park
    MATCH (site)-[:PART_OF*0..3]->(:Park)-[:LOCATED_IN]->(around:Region)
    RETURN around AS place
  }
  RETURN collect(DISTINCT place.id) AS places
}
// Of regions the smallest alone: those that no other one of them is part of.
CALL (places) {
  UNWIND places AS inner
  MATCH (:Region {id: inner})-[:PART_OF*1..6]->(outer:Region)
  RETURN collect(DISTINCT outer.id) AS outers
}
WITH project, [one IN places WHERE NOT one IN outers] AS places
CALL (project, places) {
  WITH places WHERE $by IN ['REGION', 'PARK']
  UNWIND places AS one
  MATCH (place:Entity {id: one})
  RETURN place.id AS held, place.name AS label
  UNION
  WITH places WHERE $by IN ['REGION', 'PARK'] AND size(places) = 0
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
UNWIND [0] AS cut3
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
