// Trusted documents: the catalogue's questions asked by an identifier in place of their text. Two forms: `documentId` of
// the GraphQL over HTTP draft, and Apollo's `extensions.persistedQuery`.
import { createHash } from "node:crypto";
import { print } from "graphql";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import type { Catalogue } from "./operation.ts";

/** The parts of a request that may name a document. */
type Named = Readonly<Record<string, unknown>>;

export interface TrustedDocuments {
  /**
   * The request with the text of the document that it names; as it is where it names none.
   * @throws IndustryGraphError NOT_FOUND, PERSISTED_QUERY_NOT_FOUND or BAD_REQUEST
   */
  named(request: Named): Named;
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wrong = (message: string): never => {
  throw new IndustryGraphError("BAD_REQUEST", message);
};

/** Without the key. */
function without(request: Named, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = request;
  return rest;
}

/** The hash that Apollo's form gives; undefined where the request is not of that form. */
function persistedHash({ extensions }: Named): string | undefined {
  if (!isMap(extensions) || extensions.persistedQuery === undefined) return undefined;
  const { persistedQuery } = extensions;
  if (isMap(persistedQuery) && persistedQuery.version === 1 && typeof persistedQuery.sha256Hash === "string")
    return persistedQuery.sha256Hash.toLowerCase();
  return wrong("extensions.persistedQuery is {version: 1, sha256Hash: the SHA-256 of the document in hex}.");
}

/** What finds the documents of a catalogue: by name, and by the hash of the file's text or of the document printed. */
export function trustedDocuments(catalogue: Catalogue): TrustedDocuments {
  const byHash = new Map<string, string>();
  for (const { text, document } of catalogue.values())
    for (const form of [text, text.trim(), print(document)]) byHash.set(hashOf(form), text);

  function byId(id: string): string {
    const text = id.startsWith("sha256:")
      ? byHash.get(id.slice("sha256:".length).toLowerCase())
      : catalogue.get(id)?.text;
    if (text !== undefined) return text;
    const near = [...catalogue.keys()].sort((one, other) => distance(id, one) - distance(id, other));
    throw new IndustryGraphError(
      "NOT_FOUND",
      `There is no document ${id}: documentId is the name of a question (near is ${near[0]}; /q lists all) or sha256: and the SHA-256 of its text in hex.`,
    );
  }

  return {
    named(request) {
      const { documentId, query } = request;
      const hash = persistedHash(request);
      if (documentId === undefined && hash === undefined) return request;
      const rest = without(request, "documentId");
      if (documentId !== undefined) {
        if (query !== undefined && query !== null)
          wrong("A request has query or documentId: not both, since they may differ.");
        if (typeof documentId !== "string") wrong("documentId is a text.");
        return { ...rest, query: byId(String(documentId)) };
      }
      const { extensions } = request;
      const plain = { ...rest, extensions: without(extensions as Named, "persistedQuery") };
      if (typeof query === "string") {
        if (hashOf(query) !== hash) wrong("extensions.persistedQuery.sha256Hash is not the hash of query.");
        return plain;
      }
      const text = byHash.get(hash ?? "");
      if (text !== undefined) return { ...plain, query: text };
      // Apollo's clients know the first word and send the text with the next request.
      throw new IndustryGraphError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    },
  };
}
