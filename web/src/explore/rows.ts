// The table beside the picture: entities and relations as rows, for the page, the clipboard and files.
import { isRelationType, relationPropertiesOf } from "../../../src/ontology/model.ts";
import type { Cited } from "../api/types.ts";
import { wordsOf } from "../entity/facts.tsx";
import { kindTitle, relationTitle } from "../model.ts";
import type { Speech } from "../text/language.ts";
import type { Tie } from "./documents.ts";
import type { Shown } from "./shown.ts";

export interface TableRow {
  readonly id: string;
  /** Entities that the row is about, to be shown in the picture. */
  readonly about: readonly string[];
  readonly cells: readonly (string | number)[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Where something was said, in words. */
export function saidAt(sources: readonly Cited[], { text }: Speech): string {
  return sources
    .map(({ document, line }) => `${document.name} ${text.line.replace("{n}", String(line))}`)
    .join("; ");
}

function details({ type, properties, since, until }: Tie, speech: Speech): string {
  const known = isRelationType(type) ? relationPropertiesOf(type) : {};
  const own = Object.entries(properties).flatMap(([key, value]) => {
    const property = known[key];
    if (property === undefined || value === null || /^note(?:Zh)?$/.test(key)) return [];
    return [`${property.title[speech.language]} ${wordsOf(property, value, speech)}`];
  });
  const time = since === null && until === null ? [] : [`${since ?? ""}–${until ?? ""}`];
  return [...own, ...time].join("; ");
}

/** The entities of a picture. */
export function entityTable(shown: Shown, speech: Speech): Table {
  const { text, title } = speech;
  return {
    columns: [text.nameHeading, text.kind, text.relations, "ID"],
    rows: shown.nodes.map(({ id, name, kind, degree }) => ({
      id,
      about: [id],
      cells: [name, title(kindTitle(kind)), degree, id],
    })),
  };
}

/** The relations of a picture. */
export function relationTable(shown: Shown, speech: Speech): Table {
  const { text, title, value } = speech;
  return {
    columns: [text.fromHeading, text.relation, text.toHeading, text.details, text.firmness, text.sources],
    rows: shown.ties.map((tie) => ({
      id: tie.id,
      about: [tie.from.id, tie.to.id],
      cells: [
        tie.from.name,
        title(relationTitle(tie.type)),
        tie.to.name,
        details(tie, speech),
        value(tie.status),
        saidAt(tie.sources, speech),
      ],
    })),
  };
}

/** Rows sorted by a column; names by the language's own order. */
export function sorted(
  table: Table,
  column: number,
  descending: boolean,
  language: string,
): readonly TableRow[] {
  const collator = new Intl.Collator(language === "zh" ? "zh-Hans-CN" : "en", { numeric: true });
  const way = descending ? -1 : 1;
  return [...table.rows].sort((one, other) => {
    const [a, b] = [one.cells[column] ?? "", other.cells[column] ?? ""];
    const order =
      typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return way * order || (one.id < other.id ? -1 : 1);
  });
}

/** A cell as CSV has it; what a spreadsheet would take for a formula is made text. */
function csvCell(cell: string | number): string {
  const text = String(cell);
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV with a mark of its encoding, so that spreadsheets read Chinese. */
export function csvOf({ columns, rows }: Table): string {
  return `\uFEFF${[columns, ...rows.map(({ cells }) => cells)].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** A table as text for a spreadsheet's clipboard. */
export function tsvOf({ columns, rows }: Table): string {
  const plain = (cell: string | number): string => String(cell).replace(/[\t\r\n]+/g, " ");
  return [columns, ...rows.map(({ cells }) => cells)].map((row) => row.map(plain).join("\t")).join("\n");
}
