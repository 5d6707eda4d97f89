// The view in the address: packed into what follows the #, so that a link opened elsewhere shows the same.
import { emptyView, type LayoutKind, type Panel, type Placed, type Sight, type View } from "./view.ts";

const panels: readonly Panel[] = ["entity", "table", "paths", "views"];
const layouts: readonly LayoutKind[] = ["force", "layered"];

type Packed = readonly [
  1,
  readonly (readonly [string, number, number, 0 | 1])[],
  readonly string[],
  readonly string[],
  string | null,
  number,
  number,
  readonly [string | null, string | null],
  readonly string[],
  /** What is in sight, or null; links made before there was this do not have it. */
  (readonly [number, number, number] | null)?,
];

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  by: GenericTransformStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes])
    .stream()
    .pipeThrough(by as unknown as TransformStream<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

function toText(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** A view as text for an address. */
export async function packView(view: View): Promise<string> {
  const nodes = [...view.nodes].map(([id, { x, y, pinned }]) => [id, x, y, pinned ? 1 : 0] as const);
  const { hiddenKinds, hiddenTypes, selected, panel, layout, ends, route, sight } = view;
  const packed: Packed = [
    1,
    nodes,
    [...hiddenKinds],
    [...hiddenTypes],
    selected,
    panels.indexOf(panel),
    layouts.indexOf(layout),
    ends,
    route,
    sight === null ? null : [sight.x, sight.y, sight.across],
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(packed));
  return toText(await through(bytes, new CompressionStream("deflate-raw")));
}

const isText = (value: unknown): value is string => typeof value === "string";

/** What is in sight by an address: three numbers, the last above none. */
function sightOf(value: unknown): Sight | null {
  const [x, y, across] = Array.isArray(value) ? (value as unknown[]).map(Number) : [];
  const sound = Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(across) && Number(across) > 0;
  return sound ? { x: Number(x), y: Number(y), across: Number(across) } : null;
}

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter(isText) : []);

/** The view of a packed text; undefined where it is none. Whatever an address holds, only a sound view comes out. */
export async function unpackView(text: string): Promise<View | undefined> {
  let packed: unknown;
  try {
    const bytes = await through(toBytes(text), new DecompressionStream("deflate-raw"));
    packed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  if (!Array.isArray(packed) || packed[0] !== 1 || !Array.isArray(packed[1])) return undefined;
  const nodes = new Map<string, Placed>();
  for (const row of packed[1] as unknown[]) {
    if (!Array.isArray(row)) continue;
    const [id, x, y, pinned] = row as unknown[];
    if (isText(id) && Number.isFinite(x) && Number.isFinite(y))
      nodes.set(id, { x: Number(x), y: Number(y), pinned: pinned === 1 });
  }
  const [, , kinds, types, selected, panel, layout, ends, route, sight] = packed as unknown[];
  const [one, other] = Array.isArray(ends) ? (ends as unknown[]) : [];
  return {
    ...emptyView,
    nodes,
    hiddenKinds: new Set(texts(kinds)),
    hiddenTypes: new Set(texts(types)),
    selected: isText(selected) && nodes.has(selected) ? selected : null,
    panel: panels[Number(panel)] ?? "entity",
    layout: layouts[Number(layout)] ?? "force",
    ends: [isText(one) ? one : null, isText(other) ? other : null],
    route: texts(route).filter((id) => nodes.has(id)),
    sight: sightOf(sight),
  };
}

/** What an address asks the explorer to show: a whole view, or something to begin with. */
export type Wanted =
  | { readonly is: "view"; readonly view: View }
  | { readonly is: "open"; readonly ids: readonly string[] }
  | { readonly is: "path"; readonly ids: readonly string[] }
  | { readonly is: "common"; readonly ids: readonly string[] }
  | { readonly is: "broken" }
  | { readonly is: "nothing" };

/** Reads what follows the # of an address. */
export async function wantedBy(hash: string): Promise<Wanted> {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const packed = given.get("v");
  if (packed !== null) {
    const view = await unpackView(packed);
    return view === undefined ? { is: "broken" } : { is: "view", view };
  }
  for (const is of ["open", "path", "common"] as const) {
    const ids = (given.get(is) ?? "").split(",").filter((id) => id !== "");
    if (ids.length > 0) return { is, ids };
  }
  return { is: "nothing" };
}
