// The graph in view as files: GEXF and GraphML for other programs, one page of HTML for colleagues.
import Graph from "graphology";
// The writer by itself: the package as a whole reads as well, and wants a parser of the browser for it.
import writeGexf from "graphology-gexf/browser/writer.js";
import { kindColour, kindTitle } from "../model.ts";
import type { Speech } from "../text/language.ts";
import { escaped, type Picture } from "./picture.ts";
import { entityTable, relationTable, saidAt, type Table } from "./rows.ts";
import { type Shown, sizeOf } from "./shown.ts";

/** What of an entity and of a relation goes into files of graphs. */
function attributesOf(shown: Shown, speech: Speech) {
  return {
    nodes: shown.nodes.map(({ id, name, kind, x, y, degree }) => ({
      id,
      label: name,
      kind,
      kindName: speech.title(kindTitle(kind)),
      x,
      y,
      size: sizeOf(degree),
      color: kindColour(kind),
    })),
    ties: shown.ties.map(({ id, type, status, since, until, from, to, sources }) => ({
      id,
      source: from.id,
      target: to.id,
      type,
      status,
      since: since ?? "",
      until: until ?? "",
      sources: saidAt(sources, speech),
    })),
  };
}

/** The graph as GEXF. */
export function gexfOf(shown: Shown, speech: Speech): string {
  const { nodes, ties } = attributesOf(shown, speech);
  const graph = new Graph({ multi: true, type: "directed" });
  for (const { id, ...attributes } of nodes) graph.addNode(id, attributes);
  for (const { id, source, target, type, ...attributes } of ties)
    graph.addEdgeWithKey(id, source, target, { label: type, ...attributes });
  return writeGexf(graph, {
    version: "1.2",
    formatNode: (_, { label, color, size, x, y, ...attributes }) => ({
      label,
      attributes,
      viz: { color, size, x, y },
    }),
  });
}

/** The graph as GraphML. */
export function graphmlOf(shown: Shown, speech: Speech): string {
  const { nodes, ties } = attributesOf(shown, speech);
  const keys = (of: "node" | "edge", sample: object): string =>
    Object.entries(sample)
      .filter(([name]) => !["id", "source", "target"].includes(name))
      .map(
        ([name, value]) =>
          `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${typeof value === "number" ? "double" : "string"}"/>`,
      )
      .join("");
  const data = (of: "node" | "edge", item: object): string =>
    Object.entries(item)
      .filter(([name]) => !["id", "source", "target"].includes(name))
      .map(([name, value]) => `<data key="${of}-${name}">${escaped(String(value))}</data>`)
      .join("");
  const [node, tie] = [nodes[0] ?? {}, ties[0] ?? {}];
  const drawn = nodes.map((one) => `<node id="${escaped(one.id)}">${data("node", one)}</node>`);
  const lines = ties.map(
    (one) =>
      `<edge id="${escaped(one.id)}" source="${escaped(one.source)}" target="${escaped(one.target)}">${data("edge", one)}</edge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${keys("node", node)}${keys("edge", tie)}<graph edgedefault="directed">${drawn.join("")}${lines.join("")}</graph></graphml>\n`;
}

function htmlTable({ columns, rows }: Table): string {
  const head = columns.map((column) => `<th>${escaped(column)}</th>`).join("");
  const body = rows.map(
    ({ cells }) => `<tr>${cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
}

/** One page that needs nothing else: a picture, both tables, and the address of the view. */
export function pageOf(shown: Shown, speech: Speech, address: string, { svg }: Picture): string {
  const { text, language } = speech;
  const heading = `${text.brand}: ${shown.nodes
    .slice(0, 3)
    .map(({ name }) => name)
    .join(language === "zh" ? "、" : ", ")}`;
  return `<!doctype html><html lang="${language === "zh" ? "zh-Hans" : "en"}"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(heading)}</title><style>body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem;color:#1c2430}svg{max-width:100%;height:auto;border:1px solid #d8dce3}table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}td,th{border-bottom:1px solid #d8dce3;text-align:left;padding:.25rem .6rem .25rem 0;vertical-align:top}</style></head><body><h1>${escaped(heading)}</h1><p><a href="${escaped(address)}">${escaped(text.liveView)}</a></p>${svg}<h2>${escaped(text.entities)}</h2>${htmlTable(entityTable(shown, speech))}<h2>${escaped(text.relations)}</h2>${htmlTable(relationTable(shown, speech))}</body></html>\n`;
}

/** Hands a file to the person. */
export function save(name: string, content: string | Blob, type: string): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
