// dataset: the record of the data that answer, to cite; null where nothing has been loaded.
// root
// returns: version, loadedAt, loading, documents, licence, engine
//
// A file for each engine, since only the engine can be named that answers.

CALL () {
  MATCH (kept:Dataset {id: 'dataset'})
  RETURN kept.version AS version, kept.loadedAt AS loadedAt, kept.state <> 'READY' AS loading, kept.licence AS licence
}
UNWIND [0] AS cut
CALL () {
  MATCH (document:Document)
  RETURN count(document) AS documents
}

RETURN version, loadedAt, loading, documents, licence, 'neo4j' AS engine
