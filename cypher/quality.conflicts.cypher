/* To try it, run these first:
:param limit => 20;
*/
// quality.conflicts: how many conflicts there are of each type, and the first of them.
// root
// args: limit: Int = 20
// returns: conflictType, total, conflicts

MATCH (one:Conflict)
WITH one.conflictType AS kind, count(*) AS many
CALL (kind) {
  MATCH (one:Conflict {conflictType: kind})
  WITH one ORDER BY one.sortName, one.id LIMIT $limit
  RETURN collect(one) AS some
}

RETURN kind AS conflictType, many AS total, some AS conflicts ORDER BY total DESC, conflictType
