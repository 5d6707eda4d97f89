// Documents that have been read: parsed and validated within the limits on their text, once for each text.
import { createHash } from "node:crypto";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  type Source,
  specifiedRules,
  type ValidationRule,
  validate,
} from "graphql";
import type { Cache } from "../cache/cache.ts";
import type { Settings } from "../config.ts";
import { plainValues, withAdvice } from "../execute/filter-forms.ts";
import { documentBytes } from "../execute/size.ts";

/** A document that can be run, or what is wrong with it. */
export interface Known {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  /** A short hash of its text, for the log. */
  readonly hash: string;
}

/** Why a document does not parse: kept too, since it is read once more on the way to Yoga. */
interface Broken {
  readonly message: string;
  readonly source: Source | undefined;
  readonly positions: readonly number[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Documents {
  /** Reads a document, or finds it. @throws GraphQLError where it does not parse */
  read(text: string): Known;
  /** What is known of a document that `read` has given. */
  of(document: DocumentNode): Known | undefined;
}

function limitError(setting: string, most: number, error: GraphQLError): GraphQLError {
  Object.assign(error.extensions, { code: "LIMIT_EXCEEDED", setting, limit: most });
  return error;
}

function rules({ MAX_DEPTH, MAX_ALIASES }: Settings): ValidationRule[] {
  const onReject = (setting: string, most: number) => [
    (_: unknown, error: GraphQLError): void => void limitError(setting, most, error),
  ];
  const depth = maxDepthRule({
    n: MAX_DEPTH,
    flattenFragments: true,
    ignoreIntrospection: true,
    onReject: onReject("MAX_DEPTH", MAX_DEPTH),
  });
  const aliases = maxAliasesRule({ n: MAX_ALIASES, onReject: onReject("MAX_ALIASES", MAX_ALIASES) });
  return [depth, aliases, plainValues, ...specifiedRules] as ValidationRule[];
}

/** Bytes of what is kept of a document that does not parse, beside its text. */
const brokenBytes = 1_000;

/** The error anew: who tells it may add to it. */
const errorOf = ({ message, extensions, ...place }: Broken): GraphQLError =>
  new GraphQLError(message, { ...place, extensions: { ...extensions } });

/** Creates what reads documents; they are kept in the cache. */
export function createDocuments(schema: GraphQLSchema, settings: Settings, cache: Cache): Documents {
  const all = rules(settings);
  const byDocument = new WeakMap<DocumentNode, Known>();

  function parsed(text: string): DocumentNode {
    const { MAX_TOKENS } = settings;
    try {
      return parse(text, { maxTokens: MAX_TOKENS });
    } catch (error) {
      if (error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message))
        throw limitError("MAX_TOKENS", MAX_TOKENS, error);
      throw error;
    }
  }

  function parsedOr(text: string, tell: (broken: Broken) => void): DocumentNode {
    try {
      return parsed(text);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { message, positions, source, extensions } = error;
      tell({ message, source, positions, extensions: { ...extensions } });
      throw error;
    }
  }

  function errorsOf(document: DocumentNode): readonly GraphQLError[] {
    try {
      return withAdvice(validate(schema, document, all, { maxErrors: 20 }));
    } catch (error) {
      // A limit ends validation at once.
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  return {
    read(text) {
      const key = `document ${text}`;
      const found = cache.get<Known | Broken>(key);
      if (found !== undefined && "document" in found) return found;
      if (found !== undefined) throw errorOf(found);
      const document = parsedOr(text, (broken) => cache.set(key, broken, brokenBytes + 2 * text.length));
      const hash = createHash("sha256").update(text).digest("base64url").slice(0, 12);
      const known: Known = { document, errors: errorsOf(document), hash };
      byDocument.set(document, known);
      cache.set(key, known, documentBytes(text));
      return known;
    },
    of: (document) => byDocument.get(document),
  };
}
