// `direct` leaves parts out, wherever it stands: filters give what the lists of a region, park or cluster give, each kind by
// its own relations. Numbers are those of the seed, by the rows of LOCATED_IN, PART_OF, HOSTS, UNDERTAKES and APPLIES_TO.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { ask, data } = loadedEngines("seed");

type Totals = Record<string, { totalCount: number }>;

const lists = ["enterprises", "platforms", "projects", "policies", "measures", "conflicts"];
const filters: Readonly<Record<string, string>> = { conflicts: "within" };

test.each(["锡山区", "无锡市", "吴中区"])("filters of %s give what its own lists give", async (name) => {
  const own = lists.map((list) => `${list}(direct: true) { totalCount }`).join(" ");
  const filtered = lists
    .map(
      (list) =>
        `${list}(filter: { ${filters[list] ?? "region"}: $name, direct: true }) { totalCount } all_${list}: ${list}(filter: { ${filters[list] ?? "region"}: $name }) { totalCount }`,
    )
    .join(" ");
  const { region, figures, ...totals } = await data<Totals & { region: Totals }>(
    `query ($name: ID!) { region(id: $name) { ${own} observations { totalCount } }
      figures: observations(filter: { within: $name, direct: true }) { totalCount } ${filtered} }`,
    { name: { 锡山区: "region:xishan", 无锡市: "region:wuxi", 吴中区: "region:wuzhong" }[name] },
  );
  for (const list of lists) {
    expect({ [list]: totals[list] }).toEqual({ [list]: region[list] });
    expect(totals[`all_${list}`]?.totalCount).toBeGreaterThanOrEqual(totals[list]?.totalCount ?? 0);
  }
  expect(figures).toEqual(region.observations);
});

test("by hand: enterprises of Xishan with and without its parks, of Wuxi none of its own", async () => {
  expect(
    await data(`{
    with: enterprises(filter: { region: "锡山区" }) { totalCount }
    without: enterprises(filter: { region: "锡山区", direct: true }) { totalCount }
    within: enterprises(filter: { within: "锡山区", direct: true }) { totalCount }
    city: enterprises(filter: { region: "无锡市", direct: true }) { totalCount }
    parks: enterprises(filter: { region: "锡山区", not: { region: "锡山区", direct: true } }) { totalCount }
    either: enterprises(filter: { or: [{ region: "锡山区", direct: true }, { park: "锡山经济技术开发区" }] }) { totalCount }
    checks: checks(filter: { within: "锡山区", direct: true }) { totalCount }
    allChecks: checks(filter: { within: "锡山区" }) { totalCount }
  }`),
  ).toEqual({
    with: { totalCount: 24 },
    without: { totalCount: 17 },
    within: { totalCount: 17 },
    city: { totalCount: 0 },
    parks: { totalCount: 7 },
    either: { totalCount: 18 },
    checks: { totalCount: 8 },
    allChecks: { totalCount: 16 },
  });
});

test("of lists of any kind and of search, parts are left out alike; a variable may say so", async () => {
  const query = `query ($direct: Boolean) {
    certification(name: "省工业互联网标杆工厂") { any: holders(filter: { within: "锡山区", direct: $direct }) { totalCount } }
    search(text: "产业园", within: "无锡市", direct: $direct, first: 20) { entity { name } } }`;
  const [all, own] = [
    await data<Found>(query, { direct: false }),
    await data<Found>(query, { direct: true }),
  ];
  expect(own.search.map(({ entity }) => entity.name)).toEqual(["无锡空港产业园"]);
  expect(all.search.length).toBeGreaterThan(1);
  for (const hit of own.search) expect(all.search).toContainEqual(hit);
});

interface Found {
  readonly search: readonly { readonly entity: { readonly name: string } }[];
}

test("it is refused where there is nothing that it is about", async () => {
  const { messages } = await ask(`{
    a: enterprises(filter: { listed: true, direct: true }) { totalCount }
    b: enterprises(filter: { region: "锡山区", or: [{ direct: true }] }) { totalCount }
    c: search(text: "园", direct: true) { score } }`);
  expect([...messages].sort()).toEqual([
    "direct needs what it is about: give within, or leave it out.",
    "filter.direct needs what it is about: give region, park, cluster, within in the same filter.",
    "filter.or.0.direct needs what it is about: give region, park, cluster, within in the same filter.",
  ]);
});
