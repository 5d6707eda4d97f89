/* To try it, run this first:
:param id => 'enterprise:xinhongye';
*/
// entity.former-names: names that the entity bore before, with the dates as far as they are known, in their order.
// on: Entity
// returns: name, since, until, position

MATCH (parent:Entity {id: $id})

UNWIND range(0, size(coalesce(parent.formerNames, [])) - 1) AS position
WITH parent.formerNames[position] AS name, parent.formerSince[position] AS began, parent.formerUntil[position] AS ended, position

RETURN name, CASE began WHEN '' THEN null ELSE began END AS since, CASE ended WHEN '' THEN null ELSE ended END AS until, position ORDER BY position
