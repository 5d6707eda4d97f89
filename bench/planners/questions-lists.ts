// Group 9: filters, sums and groups of lists, over all enterprises and over those of places.
import type { Fields } from "../compare/work.ts";
import { each, type Group, largest, type Question } from "./question.ts";

/** Enterprises that a filter finds: the first of them and how many there are. */
const filtered = (name: string, cases: Readonly<Record<string, Fields>>): Question => ({
  name: `enterprises, ${name}`,
  query:
    "query Filtered($filter: EnterpriseFilter) { enterprises(filter: $filter, first: 20) { totalCount nodes { id name } } }",
  cases: each(Object.fromEntries(Object.entries(cases).map(([one, filter]) => [one, { filter }]))),
});

const { city, district, province, park, cluster } = largest;
const places: Readonly<Record<string, Fields>> = {
  all: {},
  "a province": { region: province },
  "a city": { region: city },
  "a park": { park },
};
const within = (more: Fields): Record<string, Fields> =>
  Object.fromEntries(Object.entries(places).map(([name, place]) => [name, { ...place, ...more }]));

const summed = (name: string, selection: string, cases: Readonly<Record<string, Fields>>): Question => ({
  name: `aggregate, ${name}`,
  query: `query Summed($filter: EnterpriseFilter) { enterprises(filter: $filter) { aggregate { ${selection} } } }`,
  cases: each(Object.fromEntries(Object.entries(cases).map(([one, filter]) => [one, { filter }]))),
});

const rows = "totalCount nodes { keys { name } count }";

/** A list of enterprises in each of twenty parks of a page. */
const inPages = (name: string, args: string, selection: string): Question => ({
  name: `pages, ${name}`,
  query: `query InPages($first: Int) { parks(first: $first) { nodes { id enterprises${args === "" ? "" : `(${args})`} { ${selection} } } } }`,
  cases: each({ "5 parks": { first: 5 }, "20 parks": { first: 20 } }),
});
const page = "totalCount nodes { id name }";

/** Texts that a whole property is to be: one that is there, and one that nothing has, which is told with what is near. */
const texts = (property: string, there: string): Question =>
  filtered(`text, ${property}`, {
    "there is": { [property]: there },
    "nothing has it": { [property]: "没有这样的内容" },
  });

export const lists: Group = {
  title: "9. Filters, sums and groups",
  questions: () => [
    filtered("in-list and range", within({ capitalAtLeast: 10_000_000, statusIn: ["STATED"] })),
    filtered("unknown", within({ listedIsNull: true })),
    filtered("or", within({ or: [{ listed: true }, { certificationLevel: "NATIONAL" }] })),
    filtered("not", within({ not: { certificationLevel: "NATIONAL" } })),
    filtered("some", within({ certifications: { some: { node: { level: "NATIONAL" } } } })),
    filtered("none", within({ certifications: { none: {} } })),
    filtered("every", within({ certifications: { every: { node: { level: "NATIONAL" } } } })),
    filtered("count", within({ certifications: { count: { atLeast: 2 } } })),
    filtered("far end in a place", { all: { customers: { some: { node: { region: district } } } } }),
    filtered("and of and", {
      all: { and: [{ cluster }, { or: [{ region: city }, { park }] }, { not: { listed: true } }] },
    }),
    summed(
      "numbers",
      "count sum(of: CAPITAL) { value known unknown } average(of: CAPITAL) { value } percentile(of: CAPITAL, at: 0.5) { value }",
      within({}),
    ),
    summed("by certification", `groups(by: [{by: CERTIFICATIONS}]) { ${rows} }`, within({})),
    inPages("whole", "first: 20", page),
    inPages("by level", "filter: {certificationLevel: NATIONAL}, first: 20", page),
    inPages("some", "filter: {certifications: {some: {node: {level: NATIONAL}}}}, first: 20", page),
    inPages("none", "filter: {certifications: {none: {node: {level: NATIONAL}}}}, first: 20", page),
    inPages("every", "filter: {certifications: {every: {node: {level: NATIONAL}}}}, first: 20", page),
    inPages("not", "filter: {not: {certificationLevel: NATIONAL}}, first: 20", page),
    inPages("or", "filter: {or: [{listed: true}, {certificationLevel: NATIONAL}]}, first: 20", page),
    inPages("count", "filter: {certifications: {count: {atLeast: 2}}}, first: 20", page),
    inPages(
      "far end in a place",
      `filter: {customers: {some: {node: {region: "${district}"}}}}, first: 20`,
      page,
    ),
    inPages("sums", "", "aggregate { count sum(of: CAPITAL) { value } }"),
    inPages("by certification", "", `aggregate { groups(by: [{by: CERTIFICATIONS}]) { ${rows} } }`),
    inPages("by cluster", "", `aggregate { groups(by: [{by: CLUSTERS}], first: 20) { ${rows} } }`),
    inPages(
      "facets",
      "first: 20",
      "totalCount facets { clusters(first: 5) { count } certifications(first: 5) { count } }",
    ),
    {
      name: "pages, policy matches",
      query:
        "query InPages($first: Int) { enterprises(first: $first) { nodes { id policyMatches(first: 20) { totalCount edges { status node { id name } } } } } }",
      cases: each({ "1 enterprise": { first: 1 }, "3": { first: 3 }, "10": { first: 10 } }),
    },
    texts("products", "纺织整机"),
    texts("industry", "环保科技"),
    summed("by park", `groups(by: [{by: PARK}], first: 20) { ${rows} }`, within({})),
    summed("by province", `groups(by: [{by: REGION, level: PROVINCE}]) { ${rows} }`, within({})),
    summed(
      "by cluster, having",
      `groups(by: [{by: CLUSTERS}], having: {sum: {of: CAPITAL, atLeast: 1000000000}}, orderByNumber: {of: CAPITAL}, first: 20) { totalCount undecided nodes { keys { name } count sum(of: CAPITAL) { value } } }`,
      within({}),
    ),
  ],
};
