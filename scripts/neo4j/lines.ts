// The lines of Neo4j that can be run: the one with long support, and the current one.

export const lines = ["5.26", "2025"] as const;
export type Line = (typeof lines)[number];

export interface LineParts {
  /** Version of the server's jars. */
  readonly version: string;
  /** Image of the container. */
  readonly image: string;
  /** Java at the least. */
  readonly java: number;
  /** Folder of the data where none is given: what a newer server has opened, an older one cannot. */
  readonly data: string;
}

/** What each line is made of. */
export const partsOf: Readonly<Record<Line, LineParts>> = {
  // docker-compose.yml names the same image.
  "5.26": { version: "5.26.12", image: "neo4j:5.26-community", java: 17, data: "data/neo4j" },
  "2025": {
    version: "2025.10.1",
    image: "neo4j:2025.10.1-community",
    java: 21,
    data: "data/neo4j-2025",
  },
};
