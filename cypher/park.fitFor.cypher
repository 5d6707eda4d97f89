/* To try it, run these first:
:param id => 'park:wanshanhu-science-city';
:param enterprise => 'enterprise:xinhongye';
*/
// Park.fitFor: how an enterprise fits the declared focus of the park, by the clusters it belongs to.
// on: Park
// args: enterprise: ID!
// returns: enterprise, verdict, why, whyZh, present, clusters, focus
//
// The verdict is that of the cluster that fits best, in the order of Park.fit; unknown where the enterprise is in no
// cluster or the park has no focus.

MATCH (parent:Park {id: $id})

MATCH (asked:Enterprise {id: $enterprise})
CALL (parent, asked) {
  MATCH (asked)-[tie:BELONGS_TO]->(wanted:Cluster)
  WHERE NOT tie.status IN ['TARGET', 'FORECAST']
  MATCH (parent)-[stance:FOCUSES_ON]->(aim:Cluster)
  CALL (aim, wanted) {
    WITH aim, wanted WHERE aim = wanted
    RETURN 1 AS closeness
    UNION
    WITH aim, wanted WHERE EXISTS { MATCH (wanted)-[:PART_OF*1..8]->(aim) }
    RETURN 2 AS closeness
    UNION
    WITH aim, wanted WHERE EXISTS { MATCH (aim)-[:PART_OF*1..8]->(wanted) }
    RETURN 3 AS closeness
    UNION
    WITH aim, wanted WHERE EXISTS { MATCH (aim)-[:PART_OF*1..8]->(:Cluster)<-[:PART_OF*1..8]-(wanted) }
      OR any(word IN [head(split(aim.name, '（'))] + aim.aliases WHERE word IN [head(split(wanted.name, '（'))] + wanted.aliases)
    RETURN 4 AS closeness
    UNION
    RETURN 5 AS closeness
  }
  WITH stance, aim, min(closeness) AS closeness ORDER BY closeness, aim.sortName, aim.id, stance.id
  RETURN collect({how: ['IN_FOCUS', 'PART_OF_FOCUS', 'FOCUS_IS_PART', 'RELATED', 'OUTSIDE'][closeness - 1], cluster: aim,
    relation: stance, sources: stance.sources}) AS aims, coalesce(min(closeness), 6) AS best
}
CALL (asked) {
  MATCH (asked)-[:BELONGS_TO]->(own:Cluster)
  WITH DISTINCT own ORDER BY own.sortName, own.id
  RETURN collect(own) AS owns
}
WITH parent, asked, aims, best, owns, EXISTS { MATCH (asked)-[:LOCATED_IN]->(:Park)-[:PART_OF*0..3]->(parent) } AS here,
  ['IN_FOCUS', 'PART_OF_FOCUS', 'FOCUS_IS_PART', 'RELATED', 'OUTSIDE', 'UNKNOWN'][best - 1] AS judged

RETURN asked AS enterprise, judged AS verdict, CASE
    WHEN judged = 'UNKNOWN' AND size(owns) = 0 THEN 'It is not known which cluster ' + asked.name + ' belongs to.'
    WHEN judged = 'UNKNOWN' THEN 'No focus of ' + parent.name + ' is known.'
    WHEN judged = 'OUTSIDE' THEN 'No cluster of ' + asked.name + ' is in the focus that ' + parent.name + ' declares.'
    ELSE parent.name + ' focuses on ' + head(aims).cluster.name + ', to which a cluster of ' + asked.name + ' belongs or is close.'
  END AS why, CASE
    WHEN judged = 'UNKNOWN' AND size(owns) = 0 THEN '尚不知' + asked.name + '属于哪个产业集群。'
    WHEN judged = 'UNKNOWN' THEN '尚不知' + parent.name + '的重点。'
    WHEN judged = 'OUTSIDE' THEN asked.name + '所属的产业集群都不在' + parent.name + '明确的重点之内。'
    ELSE parent.name + '重点发展' + head(aims).cluster.name + '，' + asked.name + '所属的产业集群即是它，或与它相近。'
  END AS whyZh, here AS present, owns AS clusters, aims AS focus
