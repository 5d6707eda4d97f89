// What a group of routes is given, and what it is: a Hono application of its own. One file a group in routes/; app.ts
// lists them. Each route gets request ids, refusals, headers, log line and error answers without doing anything.
import type { HttpBindings } from "@hono/node-server";
import type { DocumentNode, ExecutionResult, GraphQLSchema } from "graphql";
import type { Hono } from "hono";
import type { Access } from "../access/access.ts";
import type { Catalogue } from "../catalogue/operation.ts";
import type { Settings } from "../config.ts";
import type { LoadState } from "../load/state.ts";
import type { Versions } from "../load/versions.ts";
import type { GraphStore } from "../store/port.ts";
import type { Metrics } from "./metrics.ts";

export interface RouteEnvironment {
  readonly Bindings: HttpBindings;
}

/** An operation as a route asks it: a text, or a document that has been read before. */
export interface Asked {
  readonly query: string | DocumentNode;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whether `extensions.explain` is wanted and allowed. */
  readonly explain?: boolean;
  /** Whether it reads ids ahead for a table. */
  readonly ahead?: boolean;
  /** Rows that a list may be asked for at once, where that is more than others may. */
  readonly mostRows?: number;
}

/** What a group of routes may use. */
export interface Routing {
  readonly settings: Settings;
  readonly store: GraphStore;
  readonly schema: GraphQLSchema;
  /** The named questions: of the project and of OPERATIONS_DIR. */
  readonly catalogue: Catalogue;
  readonly versions: Versions;
  readonly loads: LoadState;
  readonly metrics: Metrics;
  readonly access: Access;
  /** Whether others are answered from other data: then no answer may be kept for all who ask. */
  readonly apart: boolean;
  /** Answers an operation for a request, with all that limits requests. What is wrong is in the result's errors. */
  readonly ask: (request: Request, asked: Asked) => Promise<ExecutionResult>;
}

/** Makes a group of routes. What it throws as IndustryGraphError is answered with its status and code. */
export type Routes = (routing: Routing) => Hono<RouteEnvironment>;
