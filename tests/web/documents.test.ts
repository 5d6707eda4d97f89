// What the pages ask fits the schema, kind by kind: a page that asks what the API has not shows an error only.
import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { buildSchema } from "../../src/api/schema.ts";
import { kindEnum, kindNames, kindOf } from "../../src/ontology/model.ts";
import { entityDocument } from "../../web/src/entity/documents.ts";
import { factsOf } from "../../web/src/entity/facts.tsx";
import { ownFields } from "../../web/src/entity/own-fields.ts";
import { detailsDocument, factsDocument, gapsDocument } from "../../web/src/entity/sections/documents.ts";
import * as explore from "../../web/src/explore/documents.ts";
import * as home from "../../web/src/home/documents.ts";
import { examplesDocument } from "../../web/src/home/examples.ts";
import { listDocument } from "../../web/src/list/page.tsx";
import * as policies from "../../web/src/policies/documents.ts";
import * as search from "../../web/src/search/documents.ts";
import { speechOf } from "../../web/src/text/language.ts";

const schema = buildSchema();

/** What is wrong with a document, in words. */
const faults = (document: string): string[] =>
  validate(schema, parse(document)).map(({ message }) => message);

/** Documents that a module exports, by name. */
function documentsOf(module: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(module).filter(
    (entry): entry is [string, string] => entry[0].endsWith("Document") && typeof entry[1] === "string",
  );
}

describe("every question of the pages fits the schema", () => {
  const plain = [explore, home, policies, search].flatMap(documentsOf);
  test.each([
    ...plain,
    ["examplesDocument", examplesDocument],
    ["gapsDocument", gapsDocument],
    ["factsDocument", factsDocument],
  ])("%s", (_, document) => {
    expect(faults(document)).toEqual([]);
  });

  test("all were found", () => {
    expect(plain.length).toBeGreaterThanOrEqual(12);
  });

  test.each(kindNames)("the page of a %s, its sections and its list", (kind) => {
    const { plural, title } = kindOf(kind);
    const documents = [
      entityDocument(kind),
      detailsDocument(kind),
      listDocument(plural, title.en, kind === "Enterprise"),
    ].filter((document) => document !== undefined);
    for (const document of documents) expect([kind, faults(document)]).toEqual([kind, []]);
  });

  test("texts in two languages are asked for in the page's", () => {
    expect(ownFields("Conflict")).toContain("reason(lang: $lang)");
    expect(ownFields("Metric")).toContain("definition(lang: $lang)");
  });
});

describe("facts of an entity in words", () => {
  const park = {
    id: "park:a",
    kind: kindEnum("Park"),
    name: "A",
    formerNames: [
      { name: "甲园", since: "2004", until: "2015-06" },
      { name: "乙园", since: null, until: "2004" },
      { name: "丙园", since: "1998", until: null },
      { name: "丁园", since: null, until: null },
    ],
  };
  const words = (language: "zh" | "en") =>
    factsOf(park as never, speechOf(language)).find(({ key }) => key === "formerNames")?.words;

  test("former names with their dates as far as they are known", () => {
    expect(words("zh")).toBe("甲园（2004 – 2015-06）、乙园（至 2004）、丙园（自 1998）、丁园");
    expect(words("en")).toBe("甲园 (2004 – 2015-06), 乙园 (until 2004), 丙园 (since 1998), 丁园");
  });
});
