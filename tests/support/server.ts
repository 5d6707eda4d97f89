// A running server on a free port with data of a test, in memory, and a way to ask it over HTTP.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../../src/config.ts";
import { type RunningServer, startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { type FolderContent, writeFolder } from "./folder.ts";

export interface GraphQLAnswer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The whole body. */
  readonly text: string;
}

export interface TestServer {
  readonly url: string;
  readonly server: RunningServer;
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<GraphQLAnswer>;
  readonly post: (body: string, headers?: Record<string, string>) => Promise<GraphQLAnswer>;
  readonly close: () => Promise<void>;
}

/** Starts a server over the store given, or over one in memory; `environment` overrides settings. */
export function serve(
  content: FolderContent,
  environment: Readonly<Record<string, string>> = {},
  given?: GraphStore,
): Promise<TestServer> {
  return serveFolder(writeFolder(content), environment, given);
}

/** The same with a folder that is there. */
export async function serveFolder(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  given?: GraphStore,
): Promise<TestServer> {
  const store = given ?? openEmbedded({ shuffleUnordered: true });
  const settings = readSettings({
    PORT: "0",
    LOG_LEVEL: "silent",
    SEED_DIR: folder,
    DATA_DIR: join(mkdtempSync(join(tmpdir(), "industry-graph-")), "data"),
    ...environment,
  });
  const server = await startServer(settings, { store });
  await server.seeded;
  const post: TestServer["post"] = async (body, headers = {}) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
    const text = await response.text();
    return { ...(JSON.parse(text) as object), status: response.status, text };
  };
  return {
    url: server.url,
    server,
    post,
    ask: (query, variables, headers) => post(JSON.stringify({ query, variables }), headers),
    async close() {
      await server.close();
      if (given === undefined) await store.close();
    },
  };
}

/** Codes of an answer's errors, in order. */
export function codes(answer: GraphQLAnswer): unknown[] {
  return (answer.errors ?? []).map((error) => error.extensions?.code);
}
