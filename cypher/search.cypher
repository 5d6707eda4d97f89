/* To try it, run these first:
:param hits => [{id: 'enterprise:xinhongye', score: 1, matched: '鑫宏业'}];
*/
// search: the entities of hits that the full-text index and the ranking gave, best first.
// root
// args: hits: [JSON!]!
// returns: entity, score, matched, reason, property, missing, differences

UNWIND $hits AS hit
MATCH (found:Entity {id: hit.id})

RETURN found AS entity, hit.score AS score, hit.matched AS matched, hit.reason AS reason, hit.property AS property, coalesce(hit.missing, []) AS missing, hit.differences AS differences ORDER BY score DESC, entity.id
