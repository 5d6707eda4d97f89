// Serves Neo4j Browser what it takes by address: the style, the guide, the saved questions. From `localhost`, the one host
// of this machine that Neo4j Browser trusts unless it is told of others. With a store, guide and questions are about what
// that holds.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { IndustryGraphError } from "../errors.ts";
import { questionArchive } from "../graphs/neo4j-browser/archive.ts";
import { browserGuide } from "../graphs/neo4j-browser/guide.ts";
import { type LoadedQuestions, loadedQuestions } from "../graphs/neo4j-browser/loaded-questions.ts";
import { readDataset } from "../load/dataset.ts";
import { packaged } from "../packaged.ts";
import type { GraphStore } from "../store/port.ts";

interface Served {
  readonly file: string;
  readonly type: string;
  /** Makes it for other data than the shipped. */
  readonly about?: (loaded: LoadedQuestions) => string | Uint8Array;
}

const files: Readonly<Record<string, Served>> = {
  "/neo4j.grass": { file: "neo4j.grass", type: "text/plain; charset=utf-8" },
  "/neo4j-guide.html": {
    file: "neo4j-guide.html",
    type: "text/html; charset=utf-8",
    about: (loaded) => browserGuide(loaded),
  },
  "/neo4j-questions.zip": {
    file: "neo4j-questions.zip",
    type: "application/zip",
    about: ({ saved }) => questionArchive(saved),
  },
};

/** Names and contents of the files about what a store holds. */
export async function browserFilesOf(
  store: GraphStore,
): Promise<readonly (readonly [name: string, content: string | Uint8Array])[]> {
  const dataset = await readDataset(store);
  if (dataset?.state !== "READY")
    throw new IndustryGraphError(
      "NOT_READY",
      `${store.address} holds no data that guide and questions could be about: \`industry-graph load\` loads some.`,
    );
  const loaded = await loadedQuestions(store);
  return Promise.all(
    Object.values(files).map(
      async ({ file, about }) =>
        [file, about?.(loaded) ?? (await readFile(packaged(`docs/${file}`)))] as const,
    ),
  );
}

export interface BrowserFiles {
  /** Address of the folder, without a slash at its end. */
  readonly url: string;
  close(): void;
}

/** The questions for what a store holds, made once for each version of its data; none before any are loaded. */
function newLoaded(store: GraphStore): () => Promise<LoadedQuestions | undefined> {
  let kept: { readonly version: string; readonly made: Promise<LoadedQuestions> } | undefined;
  return async () => {
    const dataset = await readDataset(store);
    if (dataset?.state !== "READY") return undefined;
    if (kept?.version !== dataset.version) kept = { version: dataset.version, made: loadedQuestions(store) };
    const held = kept;
    // The next request tries again.
    held.made.catch(() => {
      if (kept === held) kept = undefined;
    });
    return held.made;
  };
}

/**
 * Starts it on the loopback address.
 * @param port 0 for any free one
 * @param store whose data guide and questions are about; the shipped ones where left out
 */
export async function serveBrowserFiles(port: number, store?: GraphStore): Promise<BrowserFiles> {
  const loaded = store === undefined ? () => Promise.resolve(undefined) : newLoaded(store);
  const contentOf = async ({ file, about }: Served): Promise<string | Uint8Array> => {
    const made = about === undefined ? undefined : await loaded();
    return made === undefined || about === undefined ? readFile(packaged(`docs/${file}`)) : about(made);
  };
  const server = createServer((request, response) => {
    // Nothing here is private: any page may read it, and Neo4j Browser is one of another port, which asks first.
    response.setHeader("access-control-allow-origin", "*");
    if (request.method === "OPTIONS") {
      response.setHeader(
        "access-control-allow-headers",
        request.headers["access-control-request-headers"] ?? "*",
      );
      response.writeHead(204).end();
      return;
    }
    const found = files[request.url ?? ""];
    if (found === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
      response
        .writeHead(404, { "content-type": "text/plain" })
        .end(`There are ${Object.keys(files).join(", ")}.\n`);
      return;
    }
    contentOf(found).then(
      (content) =>
        response
          .writeHead(200, { "content-type": found.type, "cache-control": "no-store" })
          .end(request.method === "HEAD" ? undefined : content),
      (error: Error) => response.writeHead(500, { "content-type": "text/plain" }).end(`${error.message}\n`),
    );
  });
  const taken = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
  return {
    url: `http://localhost:${taken}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
