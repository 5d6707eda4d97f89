// Names as people write them lead to one normal form.
import { describe, expect, test } from "vitest";
import { normaliseName } from "../../src/text/normalise.ts";

describe("a name in normal form", () => {
  test.each([
    ["鑫宏業", "鑫宏业"],
    ["衞士通", "卫士通"],
    ["ＡＢＣ　机器人", "abc机器人"],
    ["“双智”试点（核心区）", "双智试点核心区"],
    ["Société Générale", "societegenerale"],
    ["Łódź A/B", "lodzab"],
    ["---", ""],
  ])("%s is compared as %s", (name, normal) => expect(normaliseName(name)).toBe(normal));
});
