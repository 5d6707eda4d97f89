// Asks operations of a running server, as any program does: for commands that find the data folder open elsewhere.
import type { ExecutionResult } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Ask } from "./ask.ts";

/** What asks a server, and what tells the version of the data that it answered from last. */
export function askServer(
  server: string,
  token?: string,
): {
  readonly ask: Ask;
  readonly version: () => Promise<string | null>;
  readonly answering: () => Promise<{ readonly version: string | null; readonly whole: boolean }>;
} {
  if (!URL.canParse(server) || !/^https?:/.test(server))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `--url ${server}: it is the address of a server, such as http://localhost:4000.`,
    );
  const address = new URL("/graphql", server);
  let answered: string | null = null;
  async function json<T>(at: URL, init?: RequestInit): Promise<T> {
    const response = await fetch(at, init).catch((error: Error) => {
      const { cause } = error as { cause?: NodeJS.ErrnoException };
      throw new IndustryGraphError(
        "STORE_UNAVAILABLE",
        `Nothing answers at ${address.origin} (${cause?.code ?? error.message}).`,
      );
    });
    answered = response.headers.get("x-dataset-version") ?? answered;
    const type = response.headers.get("content-type") ?? "";
    if (type.includes("json")) return (await response.json()) as T;
    throw new IndustryGraphError(
      "STORE_UNAVAILABLE",
      `What answers at ${address.origin} is no Industry Graph (${response.status}, ${type || "without a type"}).`,
    );
  }
  const ask: Ask = ({ text }, variables) =>
    json<ExecutionResult>(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === undefined || token === "" ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: text, variables }),
    });
  return {
    ask,
    version: async () => answered,
    answering: async () => {
      const { ready, dataset } = await json<{ ready: boolean; dataset?: string }>(new URL("/ready", server));
      return { version: dataset ?? null, whole: ready };
    },
  };
}
