// What is refused since nothing can be so is so of nothing: of every two conditions, and of each without another, the sets
// that pages give say the same as the filter of both, in lists of all and in those of what is looked up.
import { expect, test } from "vitest";
import { loadFolder } from "../../src/load/load.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { asking } from "../support/asking.ts";

const conditions = [
  'region: "锡山区"',
  'region: "吴中区"',
  'within: "江苏省"',
  'park: "宛山湖科技城"',
  'park: "锡山经济技术开发区"',
  'parks: {some: {node: {id: "锡山经济技术开发区"}}}',
  'parks: {none: {node: {id: "宛山湖科技城"}}}',
  "parks: {none: {}}",
  'certifiedAs: "专精特新小巨人"',
  'certifications: {none: {node: {id: "专精特新小巨人"}}}',
  "certifications: {some: {year: 2021}}",
  'cluster: "锡山生物医药"',
  'clusters: {none: {node: {id: "锡山生物医药"}}}',
  "listed: true",
  'id: "鑫宏业"',
];

const lists: readonly [list: string, open: string, close: string][] = [
  ["enterprises", "", ""],
  ["holders", 'certification(name: "专精特新小巨人") { ', " }"],
  ["enterprises", 'region(name: "锡山区") { ', " }"],
  ["members", 'cluster(name: "锡山生物医药") { ', " }"],
];

/** Lists asked at once: more would be a statement of thousands of lines. */
const atOnce = 30;

test.each(lists)("%s of: %s", { timeout: 300_000 }, async (list, open, close) => {
  const store = await openEmbedded();
  await loadFolder(store, "seed");
  const ask = asking(store);

  /** The ids that each filter finds; undefined where it is refused. */
  async function found(filters: readonly string[]): Promise<(ReadonlySet<string> | undefined)[]> {
    const all: (ReadonlySet<string> | undefined)[] = [];
    for (let from = 0; from < filters.length; from += atOnce) {
      const fields = filters
        .slice(from, from + atOnce)
        .map(
          (filter, at) =>
            `f${at}: ${open}${open === "" ? "" : "of: "}${list}(first: 200, filter: {${filter}}) { nodes { id } }${close}`,
        );
      const first = await ask(`{ ${fields.join("\n")} }`);
      expect(first.errors.filter(({ code }) => code !== "BAD_ARGUMENT")).toEqual([]);
      const refused = new Set(first.errors.map(({ path = [] }) => String(path[0])));
      const rest = fields.filter((_, at) => !refused.has(`f${at}`));
      const again = refused.size > 0 && rest.length > 0 ? await ask(`{ ${rest.join("\n")} }`) : first;
      const data = (again.data ?? {}) as Record<string, Record<string, unknown>>;
      for (const at of fields.keys()) {
        const own = open === "" ? data[`f${at}`] : data[`f${at}`]?.of;
        const nodes = (own as { readonly nodes: readonly { readonly id: string }[] } | undefined)?.nodes;
        all.push(refused.has(`f${at}`) ? undefined : new Set(nodes?.map(({ id }) => id)));
      }
    }
    return all;
  }

  try {
    const single = await found(conditions);
    const [everything = new Set<string>()] = await found([""]);
    expect(everything.size).toBeGreaterThan(0);
    const pairs = conditions.flatMap((one, at) =>
      conditions.flatMap((other, to) => [
        ...(to > at ? [{ filter: `and: [{${one}}, {${other}}]`, at, to, not: false }] : []),
        ...(to === at ? [] : [{ filter: `${one}, not: {${other}}`, at, to, not: true }]),
      ]),
    );
    const answers = await found(pairs.map(({ filter }) => filter));
    let refused = 0;
    for (const [index, { filter, at, to, not }] of pairs.entries()) {
      const [one, other] = [single[at] ?? new Set<string>(), single[to] ?? new Set<string>()];
      const expected = [...one].filter((id) => other.has(id) !== not);
      const answer = answers[index];
      refused += answer === undefined ? 1 : 0;
      expect([filter, [...(answer ?? [])].sort()]).toEqual([filter, expected.sort()]);
    }
    expect(refused).toBeGreaterThan(10);
  } finally {
    await store.close();
  }
});
