// Chooses the engine by the settings.
import type { Settings } from "../config.ts";
import type { GraphStore } from "./port.ts";

async function embedded(path?: string): Promise<GraphStore> {
  const { openEmbedded } = await import("./embedded.ts");
  return openEmbedded({ path });
}

/** Opens Neo4j where NEO4J_URI is set, else the embedded engine in DATA_DIR. Only the engine asked for is read in. */
export async function openStore(settings: Settings): Promise<GraphStore> {
  if (settings.NEO4J_URI === "") return embedded(settings.DATA_DIR);
  const { openNeo4j } = await import("./neo4j.ts");
  return openNeo4j({
    uri: settings.NEO4J_URI,
    user: settings.NEO4J_USER,
    password: settings.NEO4J_PASSWORD,
    database: settings.NEO4J_DATABASE,
    poolSize: settings.NEO4J_POOL_SIZE,
  });
}

/** Opens an empty store in memory, to try something on: it is gone with `close`. */
export const openScratch = (): Promise<GraphStore> => embedded();
