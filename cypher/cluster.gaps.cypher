/* To try it, run these first:
:param id => 'cluster:xishan-equipment';
:param region => 'region:xishan';
*/
// Cluster.gaps: for each part of the cluster, how many enterprises a region has in it, and which neighbouring regions do.
// on: Cluster
// args: region: ID!
// returns: region, compared, neighbours, parts, missing, single
//
// The region counts with its parts, an enterprise directly or through a park; a part counts with its own parts, plans
// do not count. Where a part has more than one enterprise no neighbours are looked at. Neighbours are the other parts of the same whole, or, where none is known, the other regions of the
// same level. There a part is also met as a cluster that shares a name with it, a place in brackets taken off:
// 生物医药（锡山）.

MATCH (parent:Cluster {id: $id})

MATCH (area:Region {id: $region})
CALL (area) {
  MATCH (area)-[:PART_OF]->(:Region)<-[:PART_OF]-(sibling:Region)
  WHERE sibling <> area
  RETURN collect(DISTINCT sibling.id) AS siblings
}
CALL (area, siblings) {
  WITH area WHERE size(siblings) = 0
  MATCH (distant:Region)
  WHERE distant <> area AND coalesce(distant.regionLevel = area.regionLevel, true)
    AND NOT EXISTS { MATCH (distant)-[:PART_OF*1..6]->(area) } AND NOT EXISTS { MATCH (area)-[:PART_OF*1..6]->(distant) }
  RETURN collect(distant.id) AS strangers
}
WITH parent, area, siblings + strangers AS nearby,
  CASE WHEN size(siblings) > 0 THEN 'SIBLINGS' ELSE 'OTHER_REGIONS' END AS compared
CALL (area) {
  MATCH (zone:Region)-[:PART_OF*0..6]->(area)
  RETURN zone AS place
  UNION
  MATCH (lot:Park)-[:PART_OF*0..3]->(:Park)-[:LOCATED_IN]->(:Region)-[:PART_OF*0..6]->(area)
  RETURN lot AS place
}
WITH parent, area, nearby, compared, collect(place) AS places
CALL (parent, area, nearby, places) {
  CALL (parent) {
    MATCH way = (piece:Cluster)-[:PART_OF*1..8]->(parent)
    WHERE piece <> parent
    RETURN piece, min(length(way)) AS depth
    UNION
    MATCH (piece:Cluster {id: parent.id})
    WHERE NOT EXISTS { MATCH (inner:Cluster)-[:PART_OF]->(piece) WHERE inner <> piece }
    RETURN piece, 0 AS depth
  }
  UNWIND [0] AS cut
  CALL (piece, places) {
    MATCH (piece)<-[:PART_OF*0..8]-(sub:Cluster)
    WITH DISTINCT sub, places
    MATCH (sub)<-[tie:BELONGS_TO]-(one:Enterprise)-[:LOCATED_IN]->(spot)
    WHERE spot IN places AND NOT tie.status IN ['TARGET', 'FORECAST']
    RETURN collect(DISTINCT one) AS locals
  }
  CALL (locals) {
    UNWIND locals AS shown
    WITH shown ORDER BY shown.sortName, shown.id LIMIT 10
    RETURN collect(shown) AS samples
  }
  CALL (piece, nearby, locals) {
    WITH piece, nearby WHERE size(locals) < 2
    MATCH (twin:Cluster)
    WHERE twin = piece
      OR any(word IN [head(split(twin.name, '（'))] + twin.aliases WHERE word IN [head(split(piece.name, '（'))] + piece.aliases)
    MATCH (twin)<-[:PART_OF*0..8]-(branch:Cluster)
    WITH DISTINCT branch, nearby
    MATCH (branch)<-[bond:BELONGS_TO]-(far:Enterprise)
    WHERE NOT bond.status IN ['TARGET', 'FORECAST']
    MATCH (far)-[:LOCATED_IN]->(site)
    WITH nearby, site, collect(DISTINCT far) AS crowd
    MATCH (site)-[:LOCATED_IN|PART_OF*0..7]->(near:Region)
    WHERE near.id IN nearby
    UNWIND crowd AS remote
    WITH DISTINCT near, remote
    WITH near, collect(remote) AS remotes
    CALL (remotes) {
      UNWIND remotes AS seen
      WITH seen ORDER BY seen.sortName, seen.id LIMIT 10
      RETURN collect(seen) AS examples
    }
    WITH near, size(remotes) AS many, examples ORDER BY many DESC, near.sortName, near.id
    RETURN collect({region: near, count: many, enterprises: examples}) AS elsewhere
  }
  CALL (piece, area) {
    MATCH (who)-[wish:FOCUSES_ON]->(piece)
    WHERE who = area OR (who:Park AND EXISTS { MATCH (who)-[:LOCATED_IN|PART_OF*1..7]->(area) })
    WITH wish ORDER BY wish.id
    RETURN collect(wish) AS wishes
  }
  CALL (piece, parent, depth) {
    MATCH (piece)-[up:PART_OF]->(whole:Cluster)
    WHERE depth > 0 AND (whole = parent OR EXISTS { MATCH (whole)-[:PART_OF*1..8]->(parent) })
    WITH up ORDER BY up.id
    UNWIND up.sources AS cited
    RETURN collect(DISTINCT cited) AS said
  }
  WITH piece, depth, size(locals) AS many, samples, elsewhere, wishes, CASE depth WHEN 0 THEN piece.sources ELSE said END AS said, area
  WITH piece, depth, many, samples, elsewhere, wishes, said, area,
    CASE many WHEN 0 THEN 'NONE' WHEN 1 THEN 'SINGLE' ELSE 'SEVERAL' END AS verdict
  ORDER BY depth, piece.sortName, piece.id
  RETURN collect({part: piece, depth: depth, count: many, verdict: verdict, enterprises: samples, elsewhere: elsewhere,
    wanted: wishes, sources: said, why: CASE many
      WHEN 0 THEN 'No enterprise named in ' + area.name + ' belongs to ' + piece.name
        + CASE size(elsewhere) WHEN 0 THEN ', nor any in the regions compared.' ELSE '; see elsewhere.' END
      WHEN 1 THEN 'Only ' + head(samples).name + ' in ' + area.name + ' is known to belong to ' + piece.name + '.'
      ELSE toString(many) + ' enterprises named in ' + area.name + ' belong to ' + piece.name + '.' END,
    whyZh: CASE many
      WHEN 0 THEN area.name + '没有已知名的企业属于' + piece.name
        + CASE size(elsewhere) WHEN 0 THEN '，所比较的地区也没有。' ELSE '；他地见 elsewhere。' END
      WHEN 1 THEN '在' + area.name + '只知' + head(samples).name + '一家属于' + piece.name + '。'
      ELSE '在' + area.name + '有' + toString(many) + '家已知名的企业属于' + piece.name + '。' END}) AS rows,
    sum(CASE many WHEN 0 THEN 1 ELSE 0 END) AS none, sum(CASE many WHEN 1 THEN 1 ELSE 0 END) AS once
}
CALL (nearby) {
  UNWIND nearby AS wanted
  MATCH (beside:Region {id: wanted})
  WITH beside ORDER BY beside.sortName, beside.id
  RETURN collect(beside) AS besides
}

RETURN area AS region, compared, besides AS neighbours, rows AS parts, none AS missing, once AS single
