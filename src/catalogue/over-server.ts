// Asks operations of a running server, as any program does: for commands that find the data folder open elsewhere.
import type { ExecutionResult } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Ask } from "./ask.ts";

/** What asks a server, and what tells the version of the data that it answered from last. */
export function askServer(
  server: string,
  token?: string,
): { readonly ask: Ask; readonly version: () => Promise<string | null> } {
  if (!URL.canParse(server) || !/^https?:/.test(server))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `--url ${server}: it is the address of a server, such as http://localhost:4000.`,
    );
  const address = new URL("/graphql", server);
  let answered: string | null = null;
  const ask: Ask = async ({ text }, variables) => {
    const response = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === undefined || token === "" ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: text, variables }),
    }).catch((error: Error) => {
      const { cause } = error as { cause?: NodeJS.ErrnoException };
      throw new IndustryGraphError(
        "STORE_UNAVAILABLE",
        `Nothing answers at ${address.origin} (${cause?.code ?? error.message}).`,
      );
    });
    answered = response.headers.get("x-dataset-version") ?? answered;
    const type = response.headers.get("content-type") ?? "";
    if (type.includes("json")) return (await response.json()) as ExecutionResult;
    throw new IndustryGraphError(
      "STORE_UNAVAILABLE",
      `What answers at ${address.origin} is no Industry Graph (${response.status}, ${type || "without a type"}).`,
    );
  };
  return { ask, version: async () => answered };
}
