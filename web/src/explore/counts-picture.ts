// An entity that is alone, with the counts of its relations about it, as a picture to be saved: what around.tsx shows.
import { kindColour, kindTitle, relationTitle } from "../model.ts";
import { outlineOf, outlineWidth } from "../outline.ts";
import type { Speech } from "../text/language.ts";
import type { Count } from "./documents.ts";
import { fanOf, type Spoke } from "./fan.ts";
import { escaped, inksOf, lettering, type Picture } from "./picture.ts";
import { shortName } from "./short-name.ts";
import type { ShownNode } from "./shown.ts";
import { widthOf } from "./words.ts";

const width = 900;
/** Height of a row of words, and of what stands above them. */
const [row, head] = [36, 88] as const;
/** Width of the box of a sort, and of the entity. */
const [sort, hub] = [316, 170] as const;

/** A sort of relations in words, as the language puts them: 企业 入驻, "location of Enterprise". */
export function sortWords({ type, direction, kind }: Count, { title, language }: Speech): string {
  const [relation, far] = [title(relationTitle(type, direction === "IN")), title(kindTitle(kind))];
  return language === "zh" ? `${far} ${relation}` : `${relation} ${far}`;
}

/** The entity with its counts. */
export function countsPicture(
  entity: ShownNode,
  counts: readonly Count[],
  speech: Speech,
  dark: boolean,
): Picture {
  const { text, number, title } = speech;
  const { back, text: ink, line } = inksOf(dark);
  const fan = fanOf(counts, { across: width / 100, down: row / 10 });
  const height = head + fan.height + row / 2;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const words = (x: number, y: number, said: string, more = ""): string =>
    `<text x="${x}" y="${y}" fill="${ink}" ${more}>${escaped(said)}</text>`;
  const box = (x: number, y: number, wide: number, high: number, stroke: string): string =>
    `<rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="8" fill="${back}" stroke="${stroke}"/>`;
  const dot = (x: number, y: number, kind: string): string =>
    `<circle cx="${x}" cy="${y}" r="5" fill="${kindColour(kind)}" stroke="${outlineOf(kindColour(kind))}" stroke-width="${outlineWidth}"/>`;
  const spoke = ({ count, line: path, end, width: thick }: Spoke): string => {
    const left = end.x < width / 2 ? end.x - sort : end.x;
    return [
      `<path d="${path}" fill="none" stroke="${outlineOf(kindColour(count.kind))}" stroke-width="${thick.toFixed(1)}"/>`,
      box(left, end.y - row / 2 + 3, sort, row - 6, line),
      dot(left + 16, end.y, count.kind),
      words(left + 28, end.y + 4.5, shortName(sortWords(count, speech), 18)),
      words(left + sort - 12, end.y + 4.5, number(count.count), 'text-anchor="end" font-weight="bold"'),
    ].join("");
  };
  const side = (x: number, said: string, spokes: readonly Spoke[]): string =>
    spokes.length === 0 ? "" : words(x, head - 10, said, 'text-anchor="middle" font-size="12"');
  const name = entity.english ?? entity.name;
  const [kind, middle] = [title(kindTitle(entity.kind)), fan.height / 2];
  const centre = [
    box((width - hub) / 2, middle - 27, hub, 54, outlineOf(kindColour(entity.kind))),
    dot(width / 2 - widthOf(kind, 12) / 2 - 4, middle - 11, entity.kind),
    words(width / 2 + 8, middle - 6.5, kind, 'text-anchor="middle" font-size="12"'),
    words(width / 2, middle + 16, shortName(name, 11), 'text-anchor="middle" font-weight="bold"'),
  ];
  const lead = total === 0 ? text.noRelations : `${text.relations} ${number(total)}`;
  const drawn = [
    words(16, 28, shortName(name, 48), 'font-size="18" font-weight="bold"'),
    words(16, 50, lead),
    side(sort / 2, text.leadsHere, fan.incoming),
    side(width - sort / 2, text.leadsOn, fan.outgoing),
    `<g transform="translate(0 ${head})">${[...fan.incoming, ...fan.outgoing].map(spoke).join("")}${centre.join("")}</g>`,
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${back}"/><g ${lettering}>${drawn.join("")}</g></svg>`;
  return { svg, width, height };
}
