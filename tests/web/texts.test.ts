// The pages speak both languages: every value that the API may answer has words, and so has every text.

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { en } from "../../web/src/text/en.ts";
import { trackName, trackTitles } from "../../web/src/text/tracks.ts";
import { valueTitles } from "../../web/src/text/values.ts";
import { zh } from "../../web/src/text/zh.ts";
import { loadedEngines } from "../support/answers.ts";
import { enumTypes } from "../support/enums.ts";

const { data } = loadedEngines(fileURLToPath(new URL("../../seed", import.meta.url)));

describe("texts", () => {
  test("every value of an enumeration in an answer has words in both languages", () => {
    const wanted = enumTypes().flatMap(([type, values]) => values.map((value) => `${type}.${value}`));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((name) => valueTitles[name.split(".")[1] ?? ""] === undefined)).toEqual([]);
  });

  test("every ladder of the seed has a name in both languages; one of other data keeps its code", async () => {
    const { certifications } = await data<{ certifications: { nodes: { track: string | null }[] } }>(
      "{ certifications(first: 1000) { nodes { track } } }",
    );
    const tracks = [...new Set(certifications.nodes.flatMap(({ track }) => track ?? []))];
    expect(tracks.length).toBeGreaterThan(5);
    expect(tracks.filter((track) => !Object.hasOwn(trackTitles, track))).toEqual([]);
    expect([trackName("srdi", "zh"), trackName("srdi", "en")]).toEqual(["专精特新", "SRDI"]);
    expect([trackName("our-own", "zh"), trackName("constructor", "en")]).toEqual(["our-own", "constructor"]);
  });

  test("both dictionaries name the same places to fill in", () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(zh)) {
      expect([key, places(en[key as keyof typeof en])]).toEqual([key, places(text)]);
    }
  });
});
