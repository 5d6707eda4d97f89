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
  /** Whether it gives at most so many. */
  readonly limited: boolean;
  /** The variables that its arguments take, by argument. */
  readonly variables: ReadonlyMap<string, string>;
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

function fragmentsOf(document: DocumentNode): Fragments {
  const all = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(all.map((one) => [one.name.value, one]));
}

const variablesIn = ({ arguments: given = [] }: FieldNode): ReadonlyMap<string, string> =>
  new Map(
    given.flatMap(({ name, value }) =>
      value.kind === Kind.VARIABLE ? [[name.value, value.name.value] as const] : [],
    ),
  );

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
    const sets = [...(known?.sets ?? []), ...more];
    const limited = field.args.some(({ name }) => name === "first");
    found.set(key, {
      key,
      name: node.name.value,
      type: field.type,
      sets,
      limited,
      variables: variablesIn(node),
    });
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

/** How the list of a table is read. */
export interface ListAt {
  /** How many names of the path lead to the connection that is read page by page; undefined where none is. */
  readonly pagedAt: number | undefined;
  /** Whether the list has no pages and `$first` bounds it: one more is asked for to know whether it goes on. */
  readonly bounded: boolean;
}

/** Whether objects of a type, as connections are, tell how many they hold in all. */
function hasTotal(schema: GraphQLSchema, type: GraphQLOutputType): boolean {
  const named = schema.getType(getNamedType(type).name);
  return isObjectType(named) && Object.hasOwn(named.getFields(), "totalCount");
}

/** What is wrong with a connection on the way to the rows; undefined where nothing is. */
function wrongConnection(
  at: string,
  { fields, paged, many }: { fields: ReadonlyMap<string, Selected>; paged: boolean; many: boolean },
): string | undefined {
  const selects = (name: string): boolean => [...fields.values()].some((one) => one.name === name);
  if (paged && many)
    return `table: ${at} is a list within a list, which $first and $after cannot page through: page through the outer one, and give this one a number`;
  if (paged && !(selects("pageInfo") && selects("totalCount")))
    return "a list that is read page by page selects pageInfo { hasNextPage endCursor } and totalCount";
  if (!paged && !selects("totalCount"))
    return `table: ${at} may go on after the rows that are given: select its totalCount, so that this is told, or take $first and $after, so that all of it is read`;
  return undefined;
}

/** The list at a path, or what is wrong with the path. */
export function listAt(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  path: readonly string[],
): ListAt | string {
  const fragments = fragmentsOf(document);
  let fields = fieldsOf(schema, fragments, schema.getQueryType() as never, [definition.selectionSet]);
  let [field, above] = [undefined as Selected | undefined, undefined as Selected | undefined];
  let [many, pagedAt] = [false, undefined as number | undefined];
  for (const [index, name] of path.entries()) {
    above = field;
    field = fields.get(name);
    if (field === undefined)
      return `table: nothing is selected as ${name}; there are ${[...fields.keys()].join(", ")}`;
    fields = fieldsOf(schema, fragments, field.type, field.sets);
    if (hasTotal(schema, field.type) && index < path.length - 1) {
      const paged = field.variables.get("first") === "first" && field.variables.get("after") === "after";
      const wrong = wrongConnection(path.slice(0, index + 1).join("."), { fields, paged, many });
      if (wrong !== undefined) return wrong;
      if (paged) pagedAt = index + 1;
    }
    many ||= isListType(getNullableType(field.type));
  }
  if (field === undefined) return "table: names no list";
  if (!isCompositeType(getNamedType(field.type))) return `table: ${path.join(".")} holds values, not objects`;
  if (!isListType(getNullableType(field.type))) {
    const lists = [...fields.values()].filter(({ type }) => isListType(getNullableType(type)));
    const near = lists.map(({ key }) => `${path.join(".")}.${key}`);
    return `table: ${path.join(".")} is no list${near.length === 0 ? "" : `; ${near.join(" and ")} is`}`;
  }
  // A list is bounded where it is asked for, or where what holds it is.
  const limits = field.limited || above === undefined || hasTotal(schema, above.type) ? field : above;
  const bounded = limits.variables.get("first") === "first";
  if (limits.limited && !bounded)
    return `table: ${path.join(".")} may go on after the rows that are given: let its first be a variable, $first, so that this is told`;
  return { pagedAt, bounded: bounded && pagedAt === undefined };
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
