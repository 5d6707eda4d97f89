// What a load keeps of a folder in memory: ids and names, as tables outside the heap.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newDirectory } from "../../src/load/directory.ts";
import { newFingerprints } from "../../src/packed/fingerprints.ts";
import { newPackedTexts } from "../../src/packed/packed-texts.ts";

describe("a table of fingerprints", () => {
  it("answers like a map, whatever the texts", () => {
    const property = fc.property(
      fc.array(fc.tuple(fc.string({ maxLength: 8 }), fc.nat(1_000))),
      (entries) => {
        const [table, map] = [newFingerprints(), new Map<string, number>()];
        for (const [text, value] of entries) {
          table.set(text, value);
          map.set(text, value);
        }
        expect(table.size).toBe(map.size);
        for (const [text] of entries) expect(table.get(text)).toBe(map.get(text));
        expect(table.get("not among them 不在其中")).toBeUndefined();
      },
    );
    fc.assert(property);
  });

  it("tells two hundred thousand similar ids apart", () => {
    const table = newFingerprints();
    for (let index = 0; index < 200_000; index++) table.set(`enterprise:one-${index}`, index);
    expect(table.size).toBe(200_000);
    expect(table.get("enterprise:one-0")).toBe(0);
    expect(table.get("enterprise:one-199999")).toBe(199_999);
    expect(table.get("enterprise:one-200000")).toBeUndefined();
  });
});

describe("packed texts", () => {
  it("give back each text, short, long or Chinese", () => {
    const texts = ["", "a", "无锡鑫宏业线缆", "x".repeat(6_000_000), "𠮷", ..."企业".repeat(2_000)];
    const packed = newPackedTexts();
    expect(texts.map((text) => packed.add(text))).toEqual([...texts.keys()]);
    expect(texts.map((_, index) => packed.at(index))).toEqual(texts);
  });
});

describe("the directory of a folder", () => {
  const directory = newDirectory();
  directory.add("enterprise:one", "甲公司");
  directory.add("enterprise:two", "乙公司");
  directory.add("park:one", "甲公司");
  for (const [id, names] of Object.entries({
    "enterprise:one": ["甲公司", "共名"],
    "enterprise:two": ["乙公司", "共名", "甲"],
    "park:one": ["甲公司"],
  }))
    for (const name of names) directory.addName(id, name);

  it("knows what has no name by its id, and by a name that it gets later", () => {
    directory.add("observation:one");
    expect(directory.has("observation:one")).toBe(true);
    expect(directory.nameOf("observation:one")).toBe("observation:one");
    expect(directory.resolve("observation:one", ["Enterprise"])).toBe("observation:one");
    directory.add("region:late");
    directory.addName("region:late", "晚区");
    directory.addName("region:late", "共名");
    expect(directory.resolve("晚区", ["Region"])).toBe("region:late");
    expect(directory.named("共名", ["Region", "Enterprise"]).sort()).toEqual([
      "enterprise:one",
      "enterprise:two",
      "region:late",
    ]);
    expect(directory.nameOf("region:late")).toBe("region:late");
  });

  it("finds an entity by id, and by a name that is its alone among the kinds asked", () => {
    expect(directory.resolve("enterprise:one", ["Enterprise"])).toBe("enterprise:one");
    expect(directory.resolve("甲公司", ["Enterprise"])).toBe("enterprise:one");
    expect(directory.resolve("甲公司", ["Park"])).toBe("park:one");
    expect(directory.resolve("乙公司", ["Enterprise", "Park"])).toBe("enterprise:two");
  });

  it("does not choose between entities of one name, and names them", () => {
    expect(directory.resolve("甲公司", ["Enterprise", "Park"])).toBeUndefined();
    expect(directory.named("甲公司", ["Enterprise", "Park"])).toEqual(["enterprise:one", "park:one"]);
    expect(directory.named("共名", ["Enterprise"])).toEqual(["enterprise:one", "enterprise:two"]);
    expect(directory.named("甲", ["Enterprise"])).toEqual(["enterprise:two"]);
  });

  it("knows nothing of ids and names that were not added", () => {
    expect(directory.has("enterprise:three")).toBe(false);
    expect(directory.nameOf("enterprise:three")).toBeUndefined();
    expect(directory.named("丙公司", ["Enterprise"])).toEqual([]);
  });
});
