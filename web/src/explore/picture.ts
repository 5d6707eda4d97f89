// The picture as drawn things, written as SVG: what is saved, and what is seen where there is no WebGL.
import type { Title } from "../../../src/ontology/definitions.ts";
import { kindColour, relationTitle } from "../model.ts";
import { outlineOf, outlineWidth } from "../outline.ts";
import { shortName } from "./short-name.ts";
import { type Shown, sizeOf } from "./shown.ts";
import { nameAt, uprightAngle, widthOf, wordsThatFit } from "./words.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that may stand within markup. Characters that XML does not allow are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Relations at the most that are all named. */
const fewTies = 60;

const heights = { name: 13, relation: 10 } as const;

/** A picture as an SVG document, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Colours of a picture. */
export function inksOf(dark: boolean) {
  return dark
    ? { back: "#14181f", text: "#e6e9ee", line: "#626d7e", accent: "#82b8f5" }
    : { back: "#ffffff", text: "#1c2430", line: "#8b94a4", accent: "#0b5cad" };
}

/** Letters of a picture. Attributes, not a style sheet: the policy of a page holds for the pictures in it too. */
export const lettering = `font-family="system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif" font-size="13"`;

export interface Look {
  readonly dark: boolean;
  readonly title: (title: Title) => string;
  /** Entities and relations that stand out. */
  readonly marked: ReadonlySet<string>;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(shown: Shown): Box {
  const xs = shown.nodes.map(({ x }) => x);
  const ys = shown.nodes.map(({ y }) => -y);
  const [left, right] = [Math.min(0, ...xs) - 60, Math.max(0, ...xs) + 240];
  const [top, bottom] = [Math.min(0, ...ys) - 60, Math.max(0, ...ys) + 60];
  return { left, top, width: right - left, height: bottom - top };
}

/** Pixels that a relation is to be long at least, so that its name has room; but entities are moved apart thrice at most. */
const [roomy, widest] = [150, 3] as const;

/** The picture with its entities so far apart that relations can be named, where these are few enough to be. */
function apart(shown: Shown): Shown {
  const places = new Map(shown.nodes.map((node) => [node.id, node]));
  const lengths = shown.ties
    .flatMap(({ from, to }) => {
      const [a, b] = [places.get(from.id), places.get(to.id)];
      const length = a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
      return length > 0 ? [length] : [];
    })
    .sort((one, other) => one - other);
  const middle = lengths[Math.floor(lengths.length / 2)];
  const by = middle === undefined || lengths.length > fewTies ? 1 : Math.min(widest, roomy / middle);
  if (by <= 1) return shown;
  return { ...shown, nodes: shown.nodes.map((node) => ({ ...node, x: node.x * by, y: node.y * by })) };
}

/** The picture as one SVG document, with its size. */
export function svgOf(given: Shown, { dark, title, marked }: Look): Picture {
  const shown = apart(given);
  const box = boxOf(shown);
  const { back, text, line, accent } = inksOf(dark);
  const halo = `paint-order="stroke" stroke="${back}" stroke-width="3" stroke-linejoin="round" fill="${text}"`;
  const places = new Map(shown.nodes.map((node) => [node.id, node]));
  const few = shown.ties.length <= fewTies;
  const discs = shown.nodes.map(({ id, name, english, x, y, degree }) => ({
    id,
    x,
    y: -y,
    radius: sizeOf(degree) * 0.8,
    name: shortName(english ?? name, 18),
    stands: marked.has(id),
  }));
  const spans = shown.ties
    .filter(({ id }) => few || marked.has(id))
    .map(({ id, type, from, to }) => {
      const name = title(relationTitle(type));
      return { id, from: from.id, to: to.id, name, stands: marked.has(id), bend: 0 };
    });
  const words = wordsThatFit(discs, spans, heights, box);
  const lines = shown.ties.map(({ id, type, from, to }) => {
    const [a, b] = [places.get(from.id), places.get(to.id)];
    if (a === undefined || b === undefined) return "";
    const stands = marked.has(id);
    const drawn = `<line x1="${a.x}" y1="${-a.y}" x2="${b.x}" y2="${-b.y}" stroke="${stands ? accent : line}" stroke-width="${stands ? 3 : 1}"/>`;
    if (!words.relations.has(id)) return drawn;
    const [x, y] = [(a.x + b.x) / 2, -(a.y + b.y) / 2];
    const turn = uprightAngle(b.x - a.x, a.y - b.y) * (180 / Math.PI);
    return `${drawn}<text x="${x}" y="${y}" dy="4" transform="rotate(${turn.toFixed(1)} ${x} ${y})" font-size="10" text-anchor="middle" ${halo}>${escaped(title(relationTitle(type)))}</text>`;
  });
  const nodes = shown.nodes.map(({ id, name, kind }, index) => {
    const disc = discs[index];
    if (disc === undefined) return "";
    const ring = marked.has(id)
      ? ` stroke="${accent}" stroke-width="3"`
      : ` stroke="${outlineOf(kindColour(kind))}" stroke-width="${outlineWidth}"`;
    const circle = `<circle cx="${disc.x}" cy="${disc.y}" r="${disc.radius.toFixed(1)}" fill="${kindColour(kind)}"${ring}><title>${escaped(name)}</title></circle>`;
    const side = words.names.get(id);
    if (side === undefined) return circle;
    const at = nameAt(disc, side, widthOf(disc.name, heights.name), heights.name);
    return `${circle}<text x="${at.x.toFixed(1)}" y="${(at.y + 4).toFixed(1)}" text-anchor="middle" ${halo}>${escaped(disc.name)}</text>`;
  });
  const { left, top, width, height } = box;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}"><rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${back}"/><g ${lettering}>${lines.join("")}${nodes.join("")}</g></svg>`;
  return { svg, width, height };
}

/** A picture as PNG, at most so many pixels wide or high. */
export async function pngOf({ svg, width, height }: Picture, most = 4_096): Promise<Blob> {
  const scale = Math.min(2, most / Math.max(width, height));
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("No picture could be made.")) : resolve(blob)),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
