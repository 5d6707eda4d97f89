// What a document's answer looks like as a table: the list at a path, and a column for each leaf of its rows.
// A list within a row becomes one cell a column; what stands beside the path is repeated in each row.
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** A column: its heading, and the response names that lead to its values from the object at `level`. */
export interface Column {
  readonly name: string;
  /** How many names of the table's path lie above the object: 0 is the root, the path's length the row itself. */
  readonly level: number;
  readonly path: readonly string[];
  /** Citations are written as `document:line`. */
  readonly citation: boolean;
  /** Whether it holds text, and not numbers or truth values. */
  readonly type: "text" | "number" | "boolean";
}

interface Selected {
  readonly key: string;
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly sets: readonly SelectionSetNode[];
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function fragmentsOf(document: DocumentNode): Fragments {
  const all = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(all.map((one) => [one.name.value, one]));
}

/** The fields of selections by response name, fragments merged, whatever type they are on. */
function fieldsOf(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
): Map<string, Selected> {
  const found = new Map<string, Selected>();
  const add = (node: FieldNode, on: string): void => {
    const parent = schema.getType(on);
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (field === undefined) return;
    const key = node.alias?.value ?? node.name.value;
    const known = found.get(key);
    const more = node.selectionSet === undefined ? [] : [node.selectionSet];
    found.set(key, { key, name: node.name.value, type: field.type, sets: [...(known?.sets ?? []), ...more] });
  };
  const walk = (set: SelectionSetNode, on: string): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) add(node, on);
      else if (node.kind === Kind.INLINE_FRAGMENT)
        walk(node.selectionSet, node.typeCondition?.name.value ?? on);
      else {
        const fragment = fragments[node.name.value];
        if (fragment !== undefined) walk(fragment.selectionSet, fragment.typeCondition.name.value);
      }
    }
  };
  for (const set of sets) walk(set, getNamedType(type).name);
  return found;
}

const isConnection = (type: GraphQLOutputType): boolean => getNamedType(type).name.endsWith("Connection");

/** The list at a path, or what is wrong with the path. */
export function listAt(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  path: readonly string[],
): { readonly connection: boolean; readonly selectsPageInfo: boolean } | string {
  const fragments = fragmentsOf(document);
  let fields = fieldsOf(schema, fragments, schema.getQueryType() as never, [definition.selectionSet]);
  let above: { readonly type: GraphQLOutputType; readonly keys: ReadonlySet<string> } | undefined;
  let field: Selected | undefined;
  for (const name of path) {
    field = fields.get(name);
    if (field === undefined)
      return `table: nothing is selected as ${name}; there are ${[...fields.keys()].join(", ")}`;
    above = { type: field.type, keys: new Set(fields.keys()) };
    fields = fieldsOf(schema, fragments, field.type, field.sets);
  }
  if (field === undefined) return "table: names no list";
  if (!isCompositeType(getNamedType(field.type))) return `table: ${path.join(".")} holds values, not objects`;
  if (!isListType(getNullableType(field.type))) return `table: ${path.join(".")} is no list`;
  const keys = above?.keys ?? new Set();
  const connection = keys.has("pageInfo") || keys.has("totalCount");
  return { connection, selectsPageInfo: keys.has("pageInfo") && keys.has("totalCount") };
}

const typeOf = (name: string): Column["type"] =>
  name === "Int" || name === "Float" ? "number" : name === "Boolean" ? "boolean" : "text";

/** Names that say nothing to a reader: the wrapping of connections. */
const wrapping = new Set(["edges", "nodes", "node"]);

/** The columns of the table at a path: those of the row, then those of what stands above it. */
export function columnsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  path: readonly string[],
): Column[] {
  const fragments = fragmentsOf(document);
  const columns: Omit<Column, "name">[] = [];
  const leaves = (
    fields: ReadonlyMap<string, Selected>,
    level: number,
    prefix: readonly string[],
    connection: boolean,
    nested: boolean,
    besides?: string,
  ): void => {
    for (const { key, name, type, sets } of fields.values()) {
      if (key === besides || name === "pageInfo" || name === "cursor" || name === "__typename") continue;
      if (connection && name === "totalCount") continue;
      const named = getNamedType(type);
      const at = [...prefix, key];
      const many = nested || isListType(getNullableType(type));
      if (named.name === "Citation") columns.push({ level, path: at, citation: true, type: "text" });
      else if (!isCompositeType(named))
        columns.push({ level, path: at, citation: false, type: many ? "text" : typeOf(named.name) });
      else leaves(fieldsOf(schema, fragments, type, sets), level, at, isConnection(type), many);
    }
  };
  let fields = fieldsOf(schema, fragments, schema.getQueryType() as never, [definition.selectionSet]);
  let connection = false;
  for (const [level, name] of path.entries()) {
    leaves(fields, level, [], connection, false, name);
    const field = fields.get(name);
    if (field === undefined) return [];
    connection = isConnection(field.type);
    fields = fieldsOf(schema, fragments, field.type, field.sets);
  }
  const above = columns.splice(0);
  leaves(fields, path.length, [], false, false);
  return named([...columns, ...above], path);
}

/** Headings: short names; where a row's own is also one from above, the row's has the list's name before it. */
function named(columns: readonly Omit<Column, "name">[], path: readonly string[]): Column[] {
  const without = (names: readonly string[]): string[] => names.filter((name) => !wrapping.has(name));
  const list = without(path).at(-1) ?? "";
  const above = columns.filter(({ level }) => level < path.length);
  const taken = new Set(
    above.map(({ level, path: own }) => without([...path.slice(0, level), ...own]).join(".")),
  );
  return columns.map((column) => {
    const own = without(column.path).join(".");
    if (column.level < path.length)
      return { ...column, name: without([...path.slice(0, column.level), ...column.path]).join(".") };
    return { ...column, name: taken.has(own) ? `${list}.${own}` : own };
  });
}
