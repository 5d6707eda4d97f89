// Chooses the engine by the settings.
import type { Settings } from "../config.ts";
import { openEmbedded } from "./embedded.ts";
import { openNeo4j } from "./neo4j.ts";
import type { GraphStore } from "./port.ts";

/** Opens Neo4j where NEO4J_URI is set, else the embedded engine in DATA_DIR. */
export function openStore(settings: Settings): GraphStore {
  if (settings.NEO4J_URI === "") return openEmbedded({ path: settings.DATA_DIR });
  return openNeo4j({
    uri: settings.NEO4J_URI,
    user: settings.NEO4J_USER,
    password: settings.NEO4J_PASSWORD,
    database: settings.NEO4J_DATABASE,
    poolSize: settings.NEO4J_POOL_SIZE,
  });
}
