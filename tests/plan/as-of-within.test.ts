// Lists of what lies in a place, as of a date: the whole way from the entity up to the place has to hold.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const sources = "doc:1";
const { data, ask } = loadedEngines({
  entities: {
    Document: [{ id: "document:doc", name: "文献", stem: "doc", sources }],
    Region: ["city", "east"].map((id) => ({ id: `region:${id}`, name: `${id}区`, sources })),
    Park: ["big", "inner"].map((id) => ({ id: `park:${id}`, name: `${id}园`, sources })),
    Enterprise: ["left", "stays", "comes", "twice"].map((id) => ({
      id: `enterprise:${id}`,
      name: id,
      sources,
    })),
    Platform: [
      { id: "platform:hosted", name: "hosted", sources },
      { id: "platform:part", name: "part", sources },
      { id: "platform:theirs", name: "theirs", sources },
    ],
  },
  relations: {
    PART_OF: [
      { from: "region:east", to: "region:city", sources },
      { from: "park:inner", to: "park:big", sources },
      { from: "platform:part", to: "platform:hosted", sources },
    ],
    LOCATED_IN: [
      { from: "park:big", to: "region:east", since: "2015", sources },
      { from: "enterprise:left", to: "park:inner", since: "2016", until: "2019", sources },
      { from: "enterprise:stays", to: "park:inner", since: "2016", sources },
      { from: "enterprise:comes", to: "park:big", since: "2022", sources },
      { from: "enterprise:twice", to: "park:big", since: "2023", sources },
      { from: "enterprise:twice", to: "park:inner", since: "2017", until: "2030", sources },
    ],
    HOSTS: [{ from: "park:inner", to: "platform:hosted", since: "2018", sources }],
    UNDERTAKES: [{ from: "enterprise:stays", to: "platform:theirs", sources }],
  },
});

interface Edges {
  readonly edges: readonly { readonly node: { readonly name: string }; readonly validity?: string }[];
  readonly totalCount: number;
}
const told = ({ edges }: Edges): string[] =>
  edges.map((edge) => `${edge.node.name}${edge.validity === undefined ? "" : ` ${edge.validity}`}`);

test("who left a park within the park, and who was not yet there, is not listed; the way that holds best counts", async () => {
  const { park } = await data<{ park: Record<string, Edges> }>(
    `{ park(id: "park:big") {
      all: enterprises { totalCount edges { node { name } } }
      own: enterprises(direct: true) { totalCount edges { node { name } } }
      then: enterprises(asOf: "2021") { totalCount edges { node { name } validity } }
      certain: enterprises(asOf: "2021", certain: true, direct: true) { totalCount edges { node { name } } } } }`,
  );
  expect(told(park.all as Edges)).toEqual(["comes", "left", "stays", "twice"]);
  expect(told(park.own as Edges)).toEqual(["comes", "twice"]);
  expect(told(park.then as Edges)).toEqual(["stays VALID", "twice VALID"]);
  expect(park.then?.totalCount).toBe(2);
  expect(park.certain).toEqual({ totalCount: 0, edges: [] });
});

test("what a park hosts is in it with its parts; what an enterprise there undertakes need not be", async () => {
  const { region, platforms } = await data<{ region: Record<string, Edges>; platforms: Edges }>(
    `{ region(id: "region:city") { platforms { totalCount edges { node { name } } } parks(asOf: "2014") { totalCount edges { node { name } } }
        enterprises(direct: true) { totalCount edges { node { name } } } }
       platforms(filter: { region: "region:city" }) { totalCount edges { node { name } } } }`,
  );
  expect(told(region.platforms as Edges)).toEqual(["hosted", "part"]);
  expect(told(platforms)).toEqual(["hosted", "part"]);
  expect(region.parks?.totalCount).toBe(0);
  expect(region.enterprises?.totalCount).toBe(0);
});

test("what a park hosts is directly in it, its parts are not; filters and their negation divide the list in two", async () => {
  const { inner, city, not } = await data<Record<string, { platforms: Edges } & Edges>>(
    `{ inner: park(id: "park:inner") { platforms(direct: true) { totalCount edges { node { name } } } }
       city: platforms(filter: { or: [{ region: "region:city" }] }) { totalCount edges { node { name } } }
       not: platforms(filter: { not: { region: "region:city" } }) { totalCount edges { node { name } } } }`,
  );
  expect(told(inner?.platforms as Edges)).toEqual(["hosted"]);
  expect(told(city as Edges)).toEqual(["hosted", "part"]);
  expect(told(not as Edges)).toEqual(["theirs"]);
});

test("`certain` without a date is refused, on these lists as on all", async () => {
  const { errors } = await ask(`{ park(id: "park:big") { platforms(certain: true) { totalCount } } }`);
  expect(errors).toEqual([{ code: "BAD_ARGUMENT", path: ["park"] }]);
});
