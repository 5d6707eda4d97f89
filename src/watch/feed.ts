// The digests of a watch as an Atom feed: an entry each, with who newly matches, the reasons and where that was said.
import { escapedXml } from "../text/markup.ts";
import type { DigestBody } from "./digest.ts";
import type { WatchState } from "./records.ts";
import type { Watch } from "./watch.ts";

/** Columns that say again what the line begins with. */
const said = /(?:^|\.)(?:id|name)$/;

/** One who newly matches: name, and each column that says something. */
function lineOf(
  { id, name, row }: DigestBody["data"]["matches"][number],
  linkTo: (id: string) => string,
): string {
  const cells = Object.entries(row)
    .filter(([column, cell]) => cell !== null && cell !== "" && !said.test(column))
    .map(([column, cell]) => `${escapedXml(column)}: ${escapedXml(String(cell))}`);
  return `<li><a href="${escapedXml(linkTo(id))}">${escapedXml(name)}</a>${cells.length === 0 ? "" : ` (${cells.join("; ")})`}</li>`;
}

const uuidOf = (id: string): string =>
  id.replace(/^msg_(.{8})(.{4})(.{4})(.{4})(.{12})$/, "urn:uuid:$1-$2-$3-$4-$5");

/**
 * The feed.
 * @param origin where readers ask, for the links
 */
export function atomFeed(watch: Watch, { digests }: Pick<WatchState, "digests">, origin: string): string {
  const self = `${origin}/watch/${encodeURIComponent(watch.name)}.atom`;
  const linkTo = (id: string): string => `${origin}/entity/${encodeURIComponent(id)}`;
  const entries = [...digests].reverse().map(({ id, at, body }) => {
    const { data } = JSON.parse(body) as DigestBody;
    const { question, dataset, count, matches, others } = data;
    const content = [
      `<p>${escapedXml(question.title.zh)} / ${escapedXml(question.title.en)}; dataset ${escapedXml(dataset.version)}</p>`,
      `<ul>${matches.map((match) => lineOf(match, linkTo)).join("")}${others
        .map((other) => `<li><a href="${escapedXml(linkTo(other))}">${escapedXml(other)}</a></li>`)
        .join("")}</ul>`,
    ].join("");
    return `  <entry>
    <id>${escapedXml(uuidOf(id))}</id>
    <title>${escapedXml(`${watch.name}: ${count} 新符合 / newly match`)}</title>
    <updated>${escapedXml(at)}</updated>
    <content type="html">${escapedXml(content)}</content>
  </entry>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escapedXml(self)}</id>
  <title>${escapedXml(watch.name)}</title>
  <updated>${escapedXml(digests.at(-1)?.at ?? watch.made)}</updated>
  <author><name>Industry Graph</name></author>
  <link rel="self" type="application/atom+xml" href="${escapedXml(self)}"/>
${entries.join("")}</feed>
`;
}
