// Readings with tones as digits: ours are put together from the library's marked ones, and must be what it gives itself.
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { initials, sortName, syllables } from "../../src/text/pinyin.ts";

/** The key as the library's own digits make it. */
function librarySortName(name: string): string {
  const pieces = pinyin(name.normalize("NFKC"), {
    toneType: "num",
    type: "array",
    nonZh: "consecutive",
    v: true,
  });
  const key = pieces
    .map((piece) => piece.trim().toLowerCase())
    .filter((piece) => piece !== "")
    .join(" ");
  return key === "" ? name : key;
}

const unified = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, index) =>
  String.fromCodePoint(0x4e00 + index),
);

describe("readings with tones as digits", () => {
  test("every unified Chinese character is read as the library reads it", () => {
    const differing = unified.filter((character) => sortName(character) !== librarySortName(character));
    expect(differing).toEqual([]);
  });

  test("characters in the context of others, too", () => {
    const runs = Array.from({ length: 4_000 }, (_, index) =>
      [0, 1, 2, 3, 4]
        .map((step) => unified[(index * 7_919 + step * (index % 97)) % unified.length])
        .join(index % 5 === 0 ? "A1 " : ""),
    );
    const differing = runs.filter((run) => sortName(run) !== librarySortName(run));
    expect(differing).toEqual([]);
  });

  test.each([
    "无锡鑫宏业线缆科技股份有限公司",
    "重庆银行行长不了一不一说一说",
    "绿源女娲吕律师略",
    "ABC 机器人（无锡）有限公司 No.1",
    "𠮷野家与😀公司",
    "3M中国",
    "嗯呒哼欸",
    "兙瓩",
    "々人々",
  ])("%s", (name) => {
    expect(sortName(name)).toBe(librarySortName(name));
  });

  test("syllables and initials of a name with letters and digits keep those as they are", () => {
    expect(syllables("abc1鑫宏业2")).toEqual(["abc1", "xin", "hong", "ye", "2"]);
    expect(initials("鑫宏业2b")).toBe("xhy2b");
    expect(initials("绿源")).toBe("ly");
  });
});
