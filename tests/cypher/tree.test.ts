// The tree of statements: text is read into it and printed again, names never clash, what is out of scope is refused.
import { describe, expect, test } from "vitest";
import { again } from "../../src/cypher/copy.ts";
import { print } from "../../src/cypher/print.ts";
import { newNames, readClauses } from "../../src/cypher/read.ts";
import { checkScopes } from "../../src/cypher/scope.ts";
import { cy, name, propertyOf } from "../../src/cypher/template.ts";
import { tokenise } from "../../src/cypher/tokens.ts";
import { call, give, item, match, parameter, pass, query, variable } from "../../src/cypher/tree.ts";
import { parametersOf } from "../../src/cypher/walk.ts";
import { readQuestions } from "../../src/questions/read.ts";

const read = (text: string) => query(...readClauses(text, newNames()));

/** Tokens that carry meaning, with numbers taken off names: the printer gives others. */
const meaning = (text: string): string[] =>
  tokenise(text)
    .filter(({ kind }) => kind !== "space" && kind !== "comment")
    .map(({ kind, text: one }) => (kind === "word" ? one.replace(/[_\d]+$/, "") : one));

describe.each(["neo4j", "embedded"] as const)("of the question files for %s", (engine) => {
  test.each([...readQuestions(undefined, engine).values()].map((one) => [one.name, one.statement] as const))(
    "%s comes out of the tree as it went in, and uses nothing that is out of scope",
    (_, statement) => {
      const tree = read(statement);
      checkScopes(tree);
      expect(meaning(print(tree))).toEqual(meaning(statement));
    },
  );
});

describe("a statement built of clauses", () => {
  const [park, firm, found] = [variable("n"), variable("n"), variable("f")];
  const members = call(
    [park],
    match(cy`(${park})<-[:LOCATED_IN]-(${firm}:${name("Enterprise")})`),
    pass([firm], {
      order: [{ value: propertyOf(firm, "sortName"), descending: true }],
      limit: cy`${parameter("first")}`,
    }),
    give([item(cy`collect({k0: ${firm}.id})`, found)]),
  );
  const statement = query(
    match(cy`(${park}:Park {id: ${parameter("id")}})`),
    members,
    give([item(found, "k0")]),
  );

  test("prints names that no two variables share, in the order in which they appear", () => {
    expect(print(statement)).toBe(`MATCH (n0:Park {id: $id})
CALL (n0) {
  MATCH (n0)<-[:LOCATED_IN]-(n1:Enterprise)
  WITH n1 ORDER BY n1.sortName DESC LIMIT $first
  RETURN collect({k0: n1.id}) AS f2
}
RETURN f2 AS k0`);
    expect(parametersOf(statement)).toEqual(["id", "first"]);
    checkScopes(statement);
  });

  test("prints clauses that enter a second time under other names, but for what is kept", () => {
    const twice = again([members], new Set([park, found]));
    expect(print(query(match(cy`(${park}:Park)`), members, ...twice))).toContain("(n3:Enterprise)");
  });

  test("is refused where a variable is not imported, not carried along, or there already", () => {
    const forgotten = call([], ...(members.query.branches[0] ?? []));
    expect(() => checkScopes(query(match(cy`(${park}:Park)`), forgotten, give([found])))).toThrow(
      /n is bound anew in a CALL/,
    );
    const used = call([], give([item(cy`${park}.id`, found)]));
    expect(() => checkScopes(query(match(cy`(${park}:Park)`), used, give([found])))).toThrow(
      /n is not in scope/,
    );
    const dropped = [pass([item(cy`1`, variable("one"))]), give([park])];
    expect(() => checkScopes(query(match(cy`(${park}:Park)`), ...dropped))).toThrow(
      /n is not in scope in RETURN/,
    );
    expect(() => checkScopes(query(members, give([found])))).toThrow(/imports n, which is not in scope/);
    const same = [match(cy`(${park}:Park)`), members, members, give([found])];
    expect(() => checkScopes(query(...same))).toThrow(/gives f, which is there already/);
  });

  test("takes names of the ontology and no other text", () => {
    expect(() => name("Park) DETACH DELETE (n")).toThrow(/is no name/);
    expect(() => cy`${1.5}`).toThrow(/no whole number/);
  });

  test("knows the variables that an expression binds for itself", () => {
    const one = variable("one");
    const list = variable("list");
    const own = [
      cy`[${one} IN ${list} | ${one}.id]`,
      cy`any(${one} IN ${list} WHERE ${one} = 1)`,
      cy`reduce(${one} = 0, ${one} IN ${list} | ${one})`,
    ];
    for (const value of own) expect(new Set(value.locals)).toEqual(new Set([one]));
    expect(cy`(${one} IN ${list} OR ${list} IS NULL)`.locals).toEqual([]);
  });
});

test("text that no question may have is refused", () => {
  for (const text of ["CREATE (n)", "MATCH (n) RETURN n.name", "MATCH (n", "CALL { RETURN 1 AS one }"])
    expect(() => read(text), text).toThrow();
});
