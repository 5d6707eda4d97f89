/* To try it, run these first:
:param id => 'project:baidu-icv';
*/
// Project.events: the stages it reached or is to reach, in the order of stages, with what contradicts that order.
// on: Project
// returns: stage, rank, at, status, event, outOfOrder, contradicts, sources
//
// An event is out of order where a later stage was surely reached before it: all days that the date of the later may
// mean lie before all days of its own. Dates that overlap, or are unknown, contradict nothing.

MATCH (parent:Project {id: $id})

MATCH (parent)-[event:REACHED]->(step:Stage)
CALL (parent, event, step) {
  MATCH (parent)-[other:REACHED]->(later:Stage)
  WHERE later.rank > step.rank AND other.startLatest < event.startEarliest
    AND NOT other.status IN ['TARGET', 'FORECAST'] AND NOT event.status IN ['TARGET', 'FORECAST']
  WITH later, other ORDER BY later.rank, other.id
  RETURN collect(other) AS contradicting
}

RETURN step.code AS stage, step.rank AS rank, event.since AS at, event.status AS status, event,
  size(contradicting) > 0 AS outOfOrder, contradicting AS contradicts, event.sources AS sources
  ORDER BY rank, event.startEarliest IS NULL, event.startEarliest, event.id
