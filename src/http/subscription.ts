// Whether a request asks for a subscription, and for which.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { IndustryGraphError } from "../errors.ts";
import type { Documents, Known } from "./documents.ts";

/** A subscription that can be run. */
export interface Subscription extends Known {
  readonly operationName: string | undefined;
  /** Its name, where it has one. */
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

async function askedOf(request: Request): Promise<Asked> {
  if (request.method === "POST") return (await request.clone().json()) as Asked;
  const { searchParams } = new URL(request.url);
  return {
    query: searchParams.get("query"),
    operationName: searchParams.get("operationName"),
    variables: JSON.parse(searchParams.get("variables") || "null"),
  };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a field of the root may be left out, so that nothing would be asked. */
function mayBeEmpty(document: DocumentNode, root: SelectionSetNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const within = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if ((selection.directives ?? []).length > 0) return true;
      if (selection.kind === Kind.FIELD) return false;
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && within(fragment.selectionSet);
    });
  return within(root);
}

/**
 * The subscription that a request asks for.
 * @param request one whose form the route has checked
 * @returns undefined where it is another question, or what cannot be run
 * @throws IndustryGraphError BAD_ARGUMENT where @skip or @include stands at its one field
 */
export async function subscriptionOf(
  request: Request,
  documents: Documents,
): Promise<Subscription | undefined> {
  const { query, operationName, variables } = await askedOf(request);
  if (typeof query !== "string") return undefined;
  if ((operationName ?? null) !== null && typeof operationName !== "string") return undefined;
  if ((variables ?? null) !== null && !isMap(variables)) return undefined;
  let known: Known;
  try {
    known = documents.read(query);
  } catch {
    return undefined;
  }
  if (known.errors.length > 0) return undefined;
  const wanted = typeof operationName === "string" ? operationName : undefined;
  const operation = getOperationAST(known.document, wanted);
  if (operation?.operation !== "subscription") return undefined;
  if (mayBeEmpty(known.document, operation.selectionSet))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      "A subscription has one field, always: take @skip and @include away from it.",
    );
  return {
    ...known,
    operationName: wanted,
    name: operation.name?.value,
    variables: isMap(variables) ? variables : undefined,
  };
}
