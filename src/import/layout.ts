// What the reader of cells does not tell of a workbook: what it hides, which cells are merged into one, which are broken.
import { strFromU8, unzipSync } from "fflate";
import { type BrokenCells, brokenIn } from "./broken-cells.ts";
import { columnIndex } from "./column-letters.ts";

/** What is hidden of one sheet. */
export interface Hidden {
  /** Numbers of rows, from 1; those that a filter keeps from sight as well. */
  readonly rows: ReadonlySet<number>;
  /** Places of columns, from 0. */
  readonly columns: ReadonlySet<number>;
  /** Whether it is the sheet itself. */
  readonly sheet: boolean;
}

/** Cells that are drawn as one; rows from 1, columns from 0, the last ones included. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Layout {
  readonly hidden: Hidden;
  readonly merged: readonly MergedCells[];
  readonly broken: BrokenCells;
}

export const nothingHidden: Hidden = { rows: new Set(), columns: new Set(), sheet: false };

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex !== undefined
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal !== undefined
        ? String.fromCodePoint(Number(decimal))
        : (entities[name] ?? whole),
  );

/** The attributes of a tag, by their names without a prefix of a namespace. */
function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", quoted = ""] of tag.matchAll(/([\w:]+)\s*=\s*("[^"]*"|'[^']*')/g))
    found[name.slice(name.indexOf(":") + 1)] = unescaped(quoted.slice(1, -1));
  return found;
}

const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, "g")) ?? [];

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** What the XML of a sheet hides. Rows without a number follow the one before. */
export function hiddenIn(xml: string, sheet: boolean): Hidden {
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  for (const tag of tagsOf(xml.slice(0, xml.indexOf("<sheetData") + 1 || undefined), "col")) {
    const { hidden, min, max } = attributesOf(tag);
    if (!isTrue(hidden)) continue;
    // The columns beyond the last one used may be hidden in one stroke.
    for (let at = Number(min); at <= Math.min(Number(max), 1_000); at++) columns.add(at - 1);
  }
  let number = 0;
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row(?=[\s/>])[^>]*>/g)) {
    const stated = /\sr="(\d+)"/.exec(tag)?.[1];
    number = stated === undefined ? number + 1 : Number(stated);
    if (/\shidden=["'](?:1|true)["']/.test(tag)) rows.add(number);
  }
  return { rows, columns, sheet };
}

/** The merged cells of the XML of a sheet. */
export function mergedIn(xml: string): MergedCells[] {
  return tagsOf(xml.slice(xml.lastIndexOf("</sheetData>") + 1), "mergeCell").flatMap((tag) => {
    const [, left, top, right, bottom] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributesOf(tag).ref ?? "") ?? [];
    if (left === undefined || right === undefined) return [];
    return [{ top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) }];
  });
}

/** How a workbook is laid out, by the name of the sheet. Of a workbook that cannot be understood, nothing. */
export function layoutOf(bytes: Uint8Array): ReadonlyMap<string, Layout> {
  const parts = (names: RegExp): Record<string, Uint8Array> =>
    unzipSync(bytes, { filter: ({ name }) => names.test(name.replace(/^\//, "")) });
  const found = new Map<string, Layout>();
  const files = parts(/^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels)$/);
  const textOf = (name: string): string => {
    const file = files[name] ?? files[`/${name}`];
    return file === undefined ? "" : strFromU8(file);
  };
  const targets = new Map(
    tagsOf(textOf("xl/_rels/workbook.xml.rels"), "Relationship").map((tag) => {
      const { Id = "", Target = "" } = attributesOf(tag);
      return [Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`] as const;
    }),
  );
  for (const tag of tagsOf(textOf("xl/workbook.xml"), "sheet")) {
    const { name = "", state = "visible", id = "" } = attributesOf(tag);
    const target = targets.get(id);
    if (target === undefined) continue;
    // One sheet after another: of a large workbook only one is unpacked at a time.
    const [xml] = Object.values(
      unzipSync(bytes, { filter: (file) => file.name.replace(/^\//, "") === target }),
    );
    const text = xml === undefined ? "" : strFromU8(xml);
    found.set(name, {
      hidden: hiddenIn(text, state !== "visible"),
      merged: mergedIn(text),
      broken: brokenIn(text),
    });
  }
  return found;
}
