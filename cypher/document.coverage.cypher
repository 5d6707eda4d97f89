/* To try it, run these first:
:param id => 'document:xishan-srdi-2023';
*/
// Document.coverage: which lines of the document have facts and which have none, as counted when it was loaded.
// on: Document
// returns: lines, linesWithFacts, withoutFacts, linesOpen, openLines, entities, relations, observations

MATCH (parent:Document {id: $id})

WITH parent, [i IN range(0, size(parent.listedLines) - 1) | {line: parent.listedLines[i], reason: parent.listedReasons[i], reasonZh: parent.listedReasonsZh[i]}] AS listed

RETURN parent.lines AS lines, parent.linesWithFacts AS linesWithFacts, listed AS withoutFacts, parent.linesOpen AS linesOpen, parent.openLines AS openLines, parent.citedByEntities AS entities, parent.citedByRelations AS relations, parent.citedByObservations AS observations
