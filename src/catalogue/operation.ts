// A named question of the catalogue: one GraphQL document with a bilingual header, read from `operations/`.
import type { DocumentNode, GraphQLInputType, OperationDefinitionNode } from "graphql";
import type { Kind } from "../ontology/model.ts";

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A variable of an operation, as people and programs are told of it. */
export interface OperationVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly required: boolean;
  /** The value where none is given; undefined where there is none. */
  readonly fallback: unknown;
  readonly about: Bilingual;
  /** A value that gives an answer with the seed data; undefined where the variable may be left out. */
  readonly example: unknown;
}

/** One file of `operations/`. */
export interface Operation {
  /** Name of the file without its ending: the name in addresses, commands and tools. */
  readonly name: string;
  readonly file: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  /** The text as it stands in the file. */
  readonly text: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: readonly OperationVariable[];
  /** Response names from the root to the list whose items are the rows of the table. */
  readonly table: readonly string[];
  /** Whether all of the table is read page by page, through `$first` and `$after`. */
  readonly paged: boolean;
  /** How many names of `table` lead to the connection that has the pages. */
  readonly pagedAt?: number;
  /** Whether the list has no pages and `$first` bounds it. */
  readonly bounded?: boolean;
  /** Whether agents are shown it among the first; all others they find by asking for the list. */
  readonly shown: boolean;
  /** Of the export of a kind: the questions by which a long one is read. */
  readonly long?: Long;
}

/** How a long export is read: its number, ids in the order of the list, and rows by their ids. */
export interface Long {
  readonly kind: Kind;
  /** Takes the filters of the export. */
  readonly total: Pick<Operation, "document" | "text">;
  /** Takes them too, and `$first` and `$after`. */
  readonly ids: Pick<Operation, "document" | "text">;
  /** Takes `$ids`. */
  readonly rows: Pick<Operation, "document" | "text">;
}

/** The catalogue by name, in the order of names. */
export type Catalogue = ReadonlyMap<string, Operation>;

/** The values that an operation's examples give. */
export function exampleOf(operation: Operation): Record<string, unknown> {
  return Object.fromEntries(
    operation.variables
      .filter(({ example }) => example !== undefined)
      .map(({ name, example }) => [name, example]),
  );
}
