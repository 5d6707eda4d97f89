// A small page about one entity, shown beside the cell that it may belong to.
import type { GraphEntity } from "../graphs/graph.ts";
import { escaped } from "../text/markup.ts";
import { typeOf } from "./properties.ts";

/** The page. */
export function previewOf(origin: string, entity: GraphEntity): string {
  const { properties, kind } = entity;
  const lines = [
    properties.summaryZh ?? properties.summary,
    properties.creditCode,
    properties.industry,
    properties.sources,
  ]
    .flatMap((value) =>
      value === undefined ? [] : [Array.isArray(value) ? value.slice(0, 5).join("; ") : String(value)],
    )
    .map((line) => `<p>${escaped(line)}</p>`);
  return `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>${escaped(String(properties.name))}</title></head><body><h1><a href="${origin}/entity/${escaped(entity.id)}" target="_blank" rel="noopener">${escaped(String(properties.name))}</a></h1><p>${escaped(typeOf(kind).name)}</p>${lines.join("")}</body></html>`;
}
