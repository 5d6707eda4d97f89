// The pages speak both languages: every value that the API may answer has words, and so has every text.

import { describe, expect, test } from "vitest";
import { en } from "../../web/src/text/en.ts";
import { valueTitles } from "../../web/src/text/values.ts";
import { zh } from "../../web/src/text/zh.ts";
import { enumTypes } from "../support/enums.ts";

describe("texts", () => {
  test("every value of an enumeration in an answer has words in both languages", () => {
    const wanted = enumTypes().flatMap(([type, values]) => values.map((value) => `${type}.${value}`));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((name) => valueTitles[name.split(".")[1] ?? ""] === undefined)).toEqual([]);
  });

  test("both dictionaries name the same places to fill in", () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, text] of Object.entries(zh)) {
      expect([key, places(en[key as keyof typeof en])]).toEqual([key, places(text)]);
    }
  });
});
