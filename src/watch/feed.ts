// The digests of a watch as an Atom feed: an entry each, with who newly matches, the reasons and where that was said.
import type { DigestBody } from "./digest.ts";
import type { WatchState } from "./records.ts";
import type { Watch } from "./watch.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as XML holds it; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Columns that say again what the line begins with. */
const said = /(?:^|\.)(?:id|name)$/;

/** One who newly matches: name, and each column that says something. */
function lineOf(
  { id, name, row }: DigestBody["data"]["matches"][number],
  linkTo: (id: string) => string,
): string {
  const cells = Object.entries(row)
    .filter(([column, cell]) => cell !== null && cell !== "" && !said.test(column))
    .map(([column, cell]) => `${escaped(column)}: ${escaped(String(cell))}`);
  return `<li><a href="${escaped(linkTo(id))}">${escaped(name)}</a>${cells.length === 0 ? "" : ` (${cells.join("; ")})`}</li>`;
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
      `<p>${escaped(question.title.zh)} / ${escaped(question.title.en)}; dataset ${escaped(dataset.version)}</p>`,
      `<ul>${matches.map((match) => lineOf(match, linkTo)).join("")}${others
        .map((other) => `<li><a href="${escaped(linkTo(other))}">${escaped(other)}</a></li>`)
        .join("")}</ul>`,
    ].join("");
    return `  <entry>
    <id>${escaped(uuidOf(id))}</id>
    <title>${escaped(`${watch.name}: ${count} 新符合 / newly match`)}</title>
    <updated>${escaped(at)}</updated>
    <content type="html">${escaped(content)}</content>
  </entry>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${escaped(self)}</id>
  <title>${escaped(watch.name)}</title>
  <updated>${escaped(digests.at(-1)?.at ?? watch.made)}</updated>
  <author><name>Industry Graph</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
${entries.join("")}</feed>
`;
}
