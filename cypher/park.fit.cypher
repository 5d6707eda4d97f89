/* To try it, run these first:
:param id => 'park:wanshanhu-science-city';
:param cluster => 'cluster:four-new-four-strong';
*/
// Park.fit: how a cluster fits the declared focus of the park, who of it is there, and which of its parts are missing.
// on: Park
// args: cluster: ID!
// returns: cluster, verdict, why, whyZh, focus, members, memberCount, covered, missing
//
// Best first: the cluster is in the focus, is part of one in the focus, has a part in the focus, is part of the same
// whole as one in the focus or shares a name with it (a place in brackets taken off), is outside; unknown without a focus.

MATCH (parent:Park {id: $id})

MATCH (wanted:Cluster {id: $cluster})
CALL (parent, wanted) {
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
CALL (parent, wanted) {
  MATCH (wanted)<-[:PART_OF*0..8]-(sub:Cluster)
  WITH parent, collect(DISTINCT sub.id) AS subs
  MATCH (parent)<-[:PART_OF*0..3]-(site:Park)<-[:LOCATED_IN]-(one:Enterprise)-[tie:BELONGS_TO]->(own:Cluster)
  WHERE own.id IN subs AND NOT tie.status IN ['TARGET', 'FORECAST']
  WITH DISTINCT one
  RETURN collect(one) AS present
}
CALL (present) {
  UNWIND present AS shown
  WITH shown ORDER BY shown.sortName, shown.id LIMIT 20
  RETURN collect(shown) AS samples
}
CALL (parent, wanted) {
  MATCH (parent)<-[:PART_OF*0..3]-(place:Park)<-[:LOCATED_IN]-(who:Enterprise)-[bond:BELONGS_TO]->(held:Cluster)
  WHERE NOT bond.status IN ['TARGET', 'FORECAST']
  WITH DISTINCT wanted, held
  MATCH (held)-[:PART_OF*0..8]->(piece:Cluster)
  WHERE piece <> wanted AND EXISTS { MATCH (piece)-[:PART_OF*1..8]->(wanted) }
  WITH DISTINCT piece ORDER BY piece.sortName, piece.id
  RETURN collect(piece) AS pieces
}
CALL (wanted, pieces) {
  MATCH (gap:Cluster)-[:PART_OF*1..8]->(wanted)
  WHERE gap <> wanted AND NOT gap IN pieces
  WITH DISTINCT gap ORDER BY gap.sortName, gap.id
  RETURN collect(gap) AS holes
}
WITH parent, wanted, aims, best, size(present) AS many, samples, pieces, holes,
  ['IN_FOCUS', 'PART_OF_FOCUS', 'FOCUS_IS_PART', 'RELATED', 'OUTSIDE', 'UNKNOWN'][best - 1] AS judged

RETURN wanted AS cluster, judged AS verdict, CASE judged
    WHEN 'IN_FOCUS' THEN parent.name + ' declares ' + wanted.name + ' to be in its focus'
    WHEN 'PART_OF_FOCUS' THEN wanted.name + ' is part of ' + head(aims).cluster.name + ', which ' + parent.name + ' focuses on'
    WHEN 'FOCUS_IS_PART' THEN parent.name + ' focuses on ' + head(aims).cluster.name + ', a part of ' + wanted.name
    WHEN 'RELATED' THEN parent.name + ' focuses on ' + head(aims).cluster.name + ', which is close to ' + wanted.name
    WHEN 'OUTSIDE' THEN wanted.name + ' is not in the focus that ' + parent.name + ' declares'
    ELSE 'No focus of ' + parent.name + ' is known' END
  + '; enterprises of it there: ' + toString(many) + '.' AS why,
  CASE judged
    WHEN 'IN_FOCUS' THEN parent.name + '已明确把' + wanted.name + '列为重点'
    WHEN 'PART_OF_FOCUS' THEN wanted.name + '是' + parent.name + '重点发展的' + head(aims).cluster.name + '的一部分'
    WHEN 'FOCUS_IS_PART' THEN parent.name + '重点发展' + head(aims).cluster.name + '，它是' + wanted.name + '的一部分'
    WHEN 'RELATED' THEN parent.name + '重点发展的' + head(aims).cluster.name + '与' + wanted.name + '相近'
    WHEN 'OUTSIDE' THEN wanted.name + '不在' + parent.name + '明确的重点之内'
    ELSE '尚不知' + parent.name + '的重点' END
  + '；当地属于它的企业' + toString(many) + '家。' AS whyZh,
  aims AS focus, samples AS members, many AS memberCount, pieces AS covered, holes AS missing
