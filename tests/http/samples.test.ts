// The sample questions of GraphiQL and the questions of the project's first issue, on the real data, on both engines.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { samples } from "../../src/api/samples/samples.ts";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

/** Response paths (indexes left out) of lists, with the longest list met at each. */
function listLengths(value: unknown, path: string, found: Map<string, number>): Map<string, number> {
  if (Array.isArray(value)) {
    found.set(path, Math.max(found.get(path) ?? 0, value.length));
    for (const item of value) listLengths(item, path, found);
  } else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) listLengths(item, `${path}.${key}`, found);
  }
  return found;
}

describe("each sample question is answered, and not with nothing", () => {
  test.each(samples.map((sample) => [sample.title.en, sample] as const))(
    "%s",
    async (_, { query, variables }) => {
      for (const [field, value] of Object.entries(await data(query, variables))) {
        expect([field, value === null]).toEqual([field, false]);
        // A list of reasons against may well be empty, but not every list of a field.
        const lists = [...listLengths(value, field, new Map())];
        expect(
          lists.filter(([, length]) => length > 0),
          JSON.stringify(lists),
        ).not.toEqual([]);
      }
    },
  );
});

interface Cited {
  readonly name: string;
  readonly park: { readonly name: string };
  readonly relations: {
    readonly nodes: readonly {
      readonly type: string;
      readonly to: { readonly name: string };
      readonly sources: readonly { readonly document: { readonly name: string }; readonly line: number }[];
    }[];
  };
}

describe("what a planner asks first", () => {
  const card = `query($name: String) { enterprise(name: $name) {
    name park { name } certifications { edges { node { name } } }
    relations { nodes { type to { name } sources { document { name } line } } }
  } }`;
  test.each(["鑫宏业", "鑫宏業"])(
    "an enterprise called %s, its park and its cited relations",
    async (name) => {
      const { enterprise } = await data<{ enterprise: Cited }>(card, { name });
      expect(enterprise.name).toBe("无锡鑫宏业线缆科技股份有限公司");
      expect(enterprise.park.name).toBe("锡山经济技术开发区");
      expect(enterprise.relations.nodes.length).toBeGreaterThan(5);
      for (const relation of enterprise.relations.nodes) {
        expect([relation.type, relation.sources.length > 0]).toEqual([relation.type, true]);
        for (const { document, line } of relation.sources)
          expect([document.name.length > 0, line > 0]).toEqual([true, true]);
      }
    },
  );

  test("the same enterprise by its initials and its pinyin through search", async () => {
    for (const text of ["xhy", "xinhongye"]) {
      const { search } = await data<{ search: { entity: { id: string } }[] }>(
        "query($text: String!) { search(text: $text, kinds: [ENTERPRISE]) { entity { id } } }",
        { text },
      );
      expect(search[0]?.entity.id).toBe("enterprise:xinhongye");
    }
  });

  test("enterprises of a region with a certification page to the end in both directions; totals and facets agree", async () => {
    const query = `query($direction: OrderDirection!, $after: String) {
      enterprises(filter: { region: "region:xishan", certifiedAs: "certification:srdi" }, first: 2, after: $after,
                  orderBy: [{ field: NAME, direction: $direction }]) {
        totalCount nodes { id } pageInfo { hasNextPage endCursor }
        facets { regions { key count } certifications { key count } }
      }
    }`;
    interface Page {
      readonly enterprises: {
        readonly totalCount: number;
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        readonly facets: Record<
          "regions" | "certifications",
          readonly { readonly key: string; readonly count: number }[]
        >;
      };
    }
    const orders: string[][] = [];
    for (const direction of ["ASC", "DESC"]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { enterprises: page }: Page = await data<Page>(query, { direction, after });
        expect(page.totalCount).toBe(5);
        expect(page.facets.certifications).toContainEqual({ key: "certification:srdi", count: 5 });
        expect(page.facets.regions).toEqual(
          expect.arrayContaining([
            { key: "region:xishan", count: 5 },
            { key: "region:wuxi", count: 5 },
          ]),
        );
        seen.push(...page.nodes.map((node) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      orders.push(seen);
    }
    expect(orders[1]).toEqual([...(orders[0] ?? [])].reverse());
    // By hand from seed/relations/CERTIFIED_AS.csv and LOCATED_IN.csv; one of them is placed through its park.
    expect([...(orders[0] ?? [])].sort()).toEqual(
      ["anman", "jiguang", "jinghai", "xinhongye", "zhongke-weizhi"].map((id) => `enterprise:${id}`),
    );
  });
});
