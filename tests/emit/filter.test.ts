// Each condition of a filter has two forms, clauses and an expression: both find the same entities, `not` finds all
// others, and `and` and `or` are what sets make of them.
import { beforeAll, expect, test } from "vitest";
import { cy } from "../../src/cypher/template.ts";
import { give, item, query, variable } from "../../src/cypher/tree.ts";
import { filterClauses } from "../../src/emit/filter/filters.ts";
import { statementOf } from "../../src/emit/statement.ts";
import { loadFolder } from "../../src/load/load.ts";
import type { Condition, Leaf } from "../../src/plan/conditions.ts";
import { readQuestions } from "../../src/questions/read.ts";
import type { GraphStore, Parameters } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { type FolderContent, writeFolder } from "../support/folder.ts";

const within = readQuestions().get("observation.within");
if (within === undefined) throw new Error("there is no such question");

const parameters: Parameters = {
  region: "region:east",
  level: "NATIONAL",
  capital: 1_000_000,
  text: "鑫",
  document: "document:a",
  whole: "region:province",
  direct: false,
  days: "2022-01-01/2022-12-31",
  date: "2012",
  isNot: false,
  one: 1,
  metric: "output",
  statuses: ["STATED", "IMPLIED"],
};

/** One condition of each sort, with the kind that it is about. */
const leaves: { readonly [Is in Leaf]: readonly [kind: string, condition: Condition] } = {
  compare: ["Enterprise", { is: "compare", property: "capital", operator: ">=", value: "capital" }],
  text: ["Enterprise", { is: "text", value: "text" }],
  cited: ["Enterprise", { is: "cited", document: "document" }],
  reach: [
    "Enterprise",
    {
      is: "reach",
      of: "Region",
      relations: ["LOCATED_IN", "PART_OF"],
      above: ["LOCATED_IN", "PART_OF"],
      hops: 6,
      from: [],
      whole: "region",
    },
  ],
  related: [
    "Enterprise",
    {
      is: "related",
      relation: "CERTIFIED_AS",
      way: "out",
      of: "Certification",
      properties: [{ property: "level", value: "level" }],
    },
  ],
  period: ["Observation", { is: "period", days: "days", overlaps: false }],
  test: ["Enterprise", { is: "test", property: "founded", type: "date", operator: "atMost", value: "date" }],
  along: [
    "Enterprise",
    {
      is: "along",
      quantifier: "some",
      relation: "CERTIFIED_AS",
      way: "out",
      of: "Certification",
      edge: [{ is: "test", property: "year", type: "integer", operator: "isNull", value: "isNot" }],
      node: [{ is: "compare", property: "level", operator: "=", value: "level" }],
    },
  ],
  count: [
    "Enterprise",
    {
      is: "count",
      relation: "CERTIFIED_AS",
      way: "out",
      of: "Certification",
      edge: [],
      node: [],
      atLeast: "one",
    },
  ],
  kind: ["Entity", { is: "kind", kinds: ["Park", "Region"] }],
  as: [
    "Entity",
    {
      is: "as",
      kind: "Enterprise",
      where: [{ is: "compare", property: "capital", operator: ">=", value: "capital" }],
    },
  ],
  figure: ["Region", { is: "figure", metric: "metric", statuses: "statuses", known: true }],
  found: [
    "Observation",
    {
      is: "found",
      use: {
        question: within,
        parameters: new Map([
          ["within", "whole"],
          ["direct", "direct"],
        ]),
      },
    },
  ],
};

const sources = "doc-a:1";
const relations = fixture.relations ?? {};

/** The fixture, with a platform that a park hosts, and a part of it. */
const folder: FolderContent = {
  ...fixture,
  entities: {
    ...fixture.entities,
    Platform: [
      { id: "platform:lab", name: "实验室", sources },
      { id: "platform:bench", name: "实验台", sources },
      { id: "platform:elsewhere", name: "别处平台", sources },
    ],
  },
  relations: {
    ...relations,
    HOSTS: [{ from: "park:big", to: "platform:lab", sources }],
    PART_OF: [...(relations.PART_OF ?? []), { from: "platform:bench", to: "platform:lab", sources }],
  },
};

describeEachEngine("conditions of a filter", (open) => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await open();
    await loadFolder(store, writeFolder(folder));
  });

  async function found(kind: string, conditions: readonly Condition[]): Promise<string[]> {
    const node = variable("n");
    const filtered = { node, kind, day: undefined, isBound: false, isAlone: false };
    const { clauses } = filterClauses(conditions, filtered);
    const { statement } = statementOf(
      query(...clauses, give([item(cy`${node}.id`, "id")], { distinct: true })),
    );
    const rows = await store.read(statement, parameters);
    return rows.map(({ id }) => String(id)).sort();
  }

  test.each(Object.values(leaves).map(([kind, condition]) => [condition.is, kind, condition] as const))(
    "%s finds the same in both forms, and its negation all others",
    async (_, kind, condition) => {
      const clauses = await found(kind, [condition]);
      expect(clauses.length).toBeGreaterThan(0);
      expect(await found(kind, [{ is: "or", of: [condition] }])).toEqual(clauses);
      expect(await found(kind, [{ is: "not", of: { is: "not", of: condition } }])).toEqual(clauses);
      const all = await found(kind, [{ is: "and", of: [] }]);
      const others = await found(kind, [{ is: "not", of: condition }]);
      expect([...clauses, ...others].sort()).toEqual(all);
      expect(await found(kind, [{ is: "or", of: [] }])).toEqual([]);
    },
  );

  test("what begins at the far end of a relation, or at each of several, finds what looking at each node finds", async () => {
    const [, reach] = leaves.reach;
    const [, related] = leaves.related;
    const customers = { is: "along", relation: "SUPPLIES", way: "out", of: "Enterprise", edge: [] } as const;
    const certified = { is: "along", relation: "CERTIFIED_AS", way: "in", of: "Enterprise" } as const;
    const figure = leaves.figure[1];
    const cases: readonly (readonly [kind: string, condition: Condition])[] = [
      ["Enterprise", { ...customers, quantifier: "some", node: [reach] }],
      ["Enterprise", { ...customers, quantifier: "some", node: [{ is: "or", of: [reach, related] }] }],
      ["Enterprise", { is: "or", of: [reach, related] }],
      ["Enterprise", { is: "or", of: [{ is: "and", of: [related, leaves.text[1]] }, reach] }],
      ["Certification", { ...certified, quantifier: "some", edge: [], node: [reach] }],
      ["Region", { is: "or", of: [figure, { is: "as", kind: "Region", where: [figure] }] }],
    ];
    let most = 0;
    for (const [kind, condition] of cases) {
      const begun = await found(kind, [condition]);
      const looked = await found(kind, [{ is: "not", of: { is: "not", of: condition } }]);
      expect(begun).toEqual(looked);
      const narrowed = await found(kind, [condition, { is: "text", value: "text" }]);
      const both = await found(kind, [{ is: "not", of: { is: "not", of: condition } }, leaves.text[1]]);
      expect(narrowed).toEqual(both);
      most = Math.max(most, begun.length);
    }
    expect(most).toBeGreaterThan(1);
  });

  test("what lies in a place by relations that lead to it and others that come from it is found in both forms", async () => {
    const housed: Condition = {
      is: "reach",
      of: "Region",
      relations: ["LOCATED_IN", "PART_OF"],
      above: ["LOCATED_IN", "PART_OF"],
      hops: 6,
      from: ["HOSTS", "UNDERTAKES"],
      whole: "whole",
    };
    const clauses = await found("Platform", [housed]);
    expect(clauses).toEqual(["platform:bench", "platform:lab"]);
    expect(await found("Platform", [{ is: "or", of: [housed] }])).toEqual(clauses);
  });

  test("and, or and not are what sets make of their conditions, whatever stands beside them", async () => {
    const own = Object.values(leaves).flatMap(([kind, condition]) =>
      kind === "Enterprise" ? [condition] : [],
    );
    const sets = await Promise.all(own.map(async (one) => new Set(await found("Enterprise", [one]))));
    const all = await found("Enterprise", [{ is: "and", of: [] }]);
    const holdsOf = (id: string, index: number): boolean => sets[index]?.has(id) ?? false;
    for (const [first, one] of own.entries()) {
      for (const [second, other] of own.entries()) {
        const both = all.filter((id) => holdsOf(id, first) && holdsOf(id, second));
        const either = all.filter((id) => holdsOf(id, first) || holdsOf(id, second));
        const only = all.filter((id) => holdsOf(id, first) && !holdsOf(id, second));
        expect(await found("Enterprise", [one, other])).toEqual(both);
        expect(await found("Enterprise", [{ is: "and", of: [one, other] }])).toEqual(both);
        expect(await found("Enterprise", [{ is: "or", of: [one, other] }])).toEqual(either);
        expect(await found("Enterprise", [one, { is: "not", of: other }])).toEqual(only);
      }
    }
  });
});
