// Figures found by their value as a report writes it: 465亿元, whatever unit they are kept in.
import { readFileSync } from "node:fs";
import { readUnit, scale } from "../ontology/units.ts";
import { packaged } from "../packaged.ts";
import type { GraphStore, ReadOptions, Row } from "../store/port.ts";
import { normaliseName } from "../text/normalise.ts";
import type { Ranked } from "../text/rank.ts";

/** A figure as a text has it. */
export interface WrittenFigure {
  readonly value: number;
  readonly unit: string;
  /** In the units in which it may be compared. */
  readonly compared: { readonly value: number; readonly units: readonly string[] };
}

const statement = readFileSync(packaged("cypher/names/figures.cypher"), "utf8");
const number = /(\d[\d,]*(?:\.\d+)?)\s*([^\d\s,.，。；;、（）()]{1,8})/gu;

/** The unit that a text begins with, the longest reading first; money may leave its 元 off. */
function unitAt(text: string): { unit: string; factor: number; units: string[]; length: number } | undefined {
  for (let length = Math.min(8, text.length); length > 0; length--) {
    const unit = text.slice(0, length);
    const read = readUnit(unit) ?? (/[万亿]$/u.test(unit) ? readUnit(`${unit}元`) : undefined);
    if (read !== undefined) return { unit, factor: read.factor, units: [read.normal, ...read.also], length };
  }
  return undefined;
}

/** The figures in a text, and what of it is none. */
export function figuresIn(text: string): { figures: WrittenFigure[]; rest: string } {
  const figures: WrittenFigure[] = [];
  const rest = text.normalize("NFKC").replace(number, (whole, digits: string, after: string) => {
    const found = unitAt(after);
    const value = Number(digits.replaceAll(",", ""));
    if (found === undefined || !Number.isFinite(value)) return whole;
    const { unit, factor, units, length } = found;
    figures.push({ value, unit, compared: { value: scale(value, factor), units } });
    return ` ${after.slice(length)}`;
  });
  return { figures, rest: normaliseName(rest) };
}

/** Which share of a text's characters a name has. */
function share(rest: string, names: string): number {
  const characters = [...new Set(rest)];
  return characters.filter((one) => names.includes(one)).length / characters.length;
}

function rankFigure(row: Row, figures: readonly WrittenFigure[], rest: string): Ranked | undefined {
  const same = figures.filter(
    ({ compared }) => compared.value === row.comparedValue && compared.units.includes(String(row.compared)),
  );
  if (same.length === 0) return undefined;
  const written = same.some(({ value, unit }) => value === row.value && unit === row.unit);
  const about = normaliseName([row.name, row.summary, row.counts].filter((one) => one !== null).join(" "));
  const told = rest === "" ? 1 : share(rest, about);
  const score = (written ? 1 : 0.95) * (rest === "" ? 1 : 0.3 + 0.68 * told);
  const matched = `${String(row.value)}${String(row.unit)}`;
  return {
    id: String(row.id),
    score: Math.round(score * 1_000) / 1_000,
    matched,
    reason: "FIGURE",
    differences: [],
  };
}

/** The figures of the graph that a text writes out, those that tell of the rest of it first. */
export async function searchFigures(
  store: Pick<GraphStore, "read">,
  text: string,
  options: ReadOptions,
): Promise<Ranked[]> {
  const { figures, rest } = figuresIn(text);
  if (figures.length === 0) return [];
  const values = [...new Set(figures.map(({ compared }) => compared.value))];
  const rows = await store.read(statement, { values }, options);
  return rows.flatMap((row) => rankFigure(row, figures, rest) ?? []);
}
