// CSV as people save it: what has one meaning only is read, what has two or would be kept inexactly is refused with
// what to write instead.
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { loadFolder } from "../../src/load/load.ts";
import { formatProblem } from "../../src/load/problems.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";

type Files = Readonly<Record<string, string | Buffer>>;

const header = "id,name,aliases,creditCode,stockCode,founded,capital,listed,sources\n";
const row = (cells: Readonly<Record<string, string>>): string => {
  const all: Record<string, string> = { id: "enterprise:a", name: "甲公司", sources: "doc-a:1", ...cells };
  const columns = header.trim().split(",");
  return `${columns.map((column) => `"${(all[column] ?? "").replaceAll('"', '""')}"`).join(",")}\n`;
};
const sound: Files = {
  "entities/Document.csv": "id,name,stem,lines,sources\ndocument:a,甲报告,doc-a,10,\n",
  "entities/Region.csv":
    "id,name,sources\nregion:a,甲区,doc-a:1\nregion:b,乙市,doc-a:1\nregion:c,丙省,doc-a:1\n",
  "entities/Certification.csv": "id,name,rung,sources\ncertification:a,甲证,1,doc-a:1\n",
  "entities/Metric.csv": "id,name,sources\nmetric:output,产值,doc-a:1\n",
};

async function told(files: Files): Promise<{ problems: string[]; notes: string[] }> {
  const { problems, notes } = await checkFolder(writeFolder({ files: { ...sound, ...files } }));
  return { problems: problems.list.map(formatProblem), notes: notes.list.map(formatProblem) };
}

const ofEnterprise = async (cells: Readonly<Record<string, string>>): Promise<string[]> =>
  (await told({ "entities/Enterprise.csv": header + row(cells) })).problems.map((line) =>
    line.replace("entities/Enterprise.csv:2 ", ""),
  );

/** The bytes of GBK for the characters these tests use. */
const gbk: Readonly<Record<string, readonly number[]>> = {
  甲: [0xbc, 0xd7],
  公: [0xb9, 0xab],
  司: [0xcb, 0xbe],
};
const inGbk = (text: string): Buffer =>
  Buffer.from([...text].flatMap((one) => gbk[one] ?? [one.charCodeAt(0)]));

describe("cells of one meaning are read", () => {
  test.each([
    ["capital", "5,000"],
    ["capital", "５，０００"],
    ["capital", "5000万元"],
    ["capital", "3.5 亿"],
    ["capital", "0.30000000000000004"],
    ["listed", "TRUE"],
    ["listed", "是"],
    ["founded", "2015/3/1"],
    ["founded", "2015年3月"],
    ["founded", "20150301"],
    ["founded", "2015-03-01 00:00:00"],
    ["stockCode", '="000001"'],
    ["creditCode", "91320205ma1wx1234x"],
    ["id", "enterprise：a"],
    ["sources", "doc-a：1｜doc-a:2"],
    ["aliases", "C++|甲"],
  ])("%s %s", async (column, text) => {
    expect(await ofEnterprise({ [column]: text })).toEqual([]);
  });
});

describe("cells of two meanings, or of none, are refused with what to write", () => {
  test.each([
    ["capital", "-5", /"-5" must be 0 or more/],
    ["capital", "9".repeat(400), /has 400 digits and is more than is held exactly/],
    ["capital", "9007199254740993", /more than is held exactly: numbers go to 9007199254740991/],
    ["capital", "123456789.123456789", /has more digits than are held exactly/],
    ["capital", "100000000亿元", /numbers go to 9007199254740991 in yuan/],
    ["capital", `0.${"0".repeat(400)}1`, /has more digits than are held exactly/],
    ["capital", "1.02E+11", /was shortened by a spreadsheet/],
    ["capital", "1,00", /commas may stand between groups of three digits only/],
    ["capital", "12亩", /亩 is no unit of yuan/],
    ["capital", "约5000", /that it is not exact is said in another column/],
    ["founded", "3/1/2015", /write the year first, as 2015-03-01/],
    ["founded", "42064", /a spreadsheet's number of a day/],
    ["founded", "2015年底", /write the year, 2015, or the day/],
    ["listed", "ja", /must be true or false \(是 or 否\)/],
    ["name", "\u200b", /has U\+200B \(a zero-width space\) at the beginning/],
    ["name", "无锡\u200b公司", /U\+200B \(a zero-width space\) at character 3, behind "无锡"/],
    ["name", "甲\u0000乙", /has U\+0000 \(NUL\) at character 2/],
    ["name", "\u001b[31m甲", /has U\+001B \(ESC, which terminals obey\)/],
    ["name", "甲\n公司", /has U\+000A \(a line break\)/],
    ["name", "甲\ufffd司", /U\+FFFD.*read in the wrong encoding/],
    ["name", "锟斤拷", /锟斤拷 at the beginning, the sign of a text read in the wrong encoding/],
    ["name", "甲".repeat(33_000), /has 33000 characters: a name has 500 at most/],
    ["name", "——", /has no letter and no digit/],
    ["aliases", "甲|乙\u2060", /U\+2060 \(a word joiner\)/],
  ])("%s %j", async (column, text, says) => {
    const problems = await ofEnterprise({ [column]: text });
    expect(problems).toEqual([expect.stringMatching(says)]);
    expect(problems[0]?.startsWith(`${column}: `)).toBe(true);
  });

  test("rungs and lines beyond what answers hold, and shares beyond the whole", async () => {
    const { problems } = await told({
      "entities/Certification.csv":
        "id,name,rung,sources\ncertification:a,甲证,3000000000,doc-a:1\ncertification:b,乙证,0,doc-a:99999999999\n",
      "entities/Product.csv": "id,name,sources\nproduct:a,甲品,doc-a:1\nproduct:b,乙品,doc-a:1\n",
      "relations/COMPONENT_OF.csv": "from,to,weight,sources\nproduct:a,product:b,120%,doc-a:1\n",
    });
    expect(problems).toEqual([
      expect.stringMatching(/Certification\.csv:2 rung: .*whole numbers here go to 2147483647/),
      expect.stringMatching(/Certification\.csv:3 rung: "0" must be 1 or more/),
      expect.stringMatching(/Certification\.csv:3 sources: .*must be citations/),
      expect.stringMatching(/COMPONENT_OF\.csv:2 weight: "120%" must be 100 or less/),
    ]);
  });

  test("a figure that its unit makes too large", async () => {
    const { problems } = await told({
      "observations.csv":
        "id,subject,metric,value,unit,period,sources\nobservation:a,region:a,output,100000000,亿元,2022,doc-a:1\n",
    });
    expect(problems).toEqual([
      expect.stringMatching(/value: 100000000 亿元 is 10000000000000000 yuan, more than is held exactly/),
    ]);
  });
});

describe("tables as spreadsheets leave them", () => {
  test("rows of commas and columns without a name or a value at the end are no problem", async () => {
    const text =
      "id,name,sources,,\nenterprise:a,甲公司,doc-a:1,,\n,,,,\nenterprise:b,乙公司,doc-a:1,,\n,,,,\n,,\n";
    expect(await told({ "entities/Enterprise.csv": text })).toEqual({ problems: [], notes: [] });
    const held = text.replace("乙公司,doc-a:1,,", "乙公司,doc-a:1,,x");
    expect((await told({ "entities/Enterprise.csv": held })).problems).toEqual([
      expect.stringMatching(/^entities\/Enterprise\.csv:4: has 5 cells where the header has 3/),
    ]);
  });

  test.each([
    [";", "semicolons"],
    ["\t", "tabs"],
    ["，", "full-width commas"],
  ])("cells separated by %j are told by that, once", async (separator, name) => {
    const text = `${header}${row({}).replaceAll('"', "")}`.replaceAll(",", separator);
    expect((await told({ "entities/Enterprise.csv": text })).problems).toEqual([
      expect.stringMatching(
        `^entities/Enterprise.csv:1: its cells are separated by ${name}: save the file as CSV`,
      ),
    ]);
  });

  test("headings in Chinese are told with the column that they are the title of", async () => {
    const { problems } = await told({ "entities/Region.csv": "id,名称,sources\nregion:a,甲区,doc-a:1\n" });
    expect(problems).toEqual([
      expect.stringMatching(
        /Region\.csv:1 名称: is the title of the column name: write name, or let `industry-graph import`/,
      ),
    ]);
  });

  test("GBK is read as GBK with a note, whatever is cut in the middle of a character", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `enterprise:e${index},甲公司${index},doc-a:1\n`);
    for (const before of ["", "x"]) {
      const text = inGbk(
        `id,name,sources\n${before === "" ? "" : "enterprise:x,xx,doc-a:1\n"}${rows.join("")}`,
      );
      expect(await told({ "entities/Enterprise.csv": text })).toEqual({
        problems: [],
        notes: ["entities/Enterprise.csv: is no UTF-8 and was read as GBK; save it as UTF-8 to be sure"],
      });
    }
  });

  test("two enterprises of one name are worth a note, an alias that is another's name is not", async () => {
    const text =
      "id,name,aliases,sources\nenterprise:a,甲公司,,doc-a:1\nenterprise:b,甲 公司,,doc-a:1\nenterprise:c,丙公司,甲公司,doc-a:1\n";
    expect(await told({ "entities/Enterprise.csv": text })).toEqual({
      problems: [],
      notes: [
        expect.stringMatching(
          /Enterprise\.csv:3 name: "甲 公司" is the name of enterprise:a too: if they are one/,
        ),
      ],
    });
  });
});

describe("circles along what has none", () => {
  const partOf = "from,to,sources\n";
  const line = (from: string, to: string): string => `region:${from},region:${to},doc-a:1\n`;

  test("a region that is part of itself, at once and by way of others", async () => {
    const itself = await told({ "relations/PART_OF.csv": partOf + line("a", "a") });
    expect(itself.problems).toEqual([
      "relations/PART_OF.csv:2 to: nothing can be part of itself: correct one of the ends",
    ]);
    const byOthers = await told({
      "relations/PART_OF.csv": partOf + line("a", "b") + line("b", "c") + line("a", "c") + line("c", "a"),
    });
    expect(byOthers.problems.length).toBeGreaterThan(0);
    expect(byOthers.problems[0]).toMatch(
      /PART_OF\.csv:2 to: makes a circle with lines 3, 5: nothing can be part of itself/,
    );
  });

  test("two ways to one whole are no circle", async () => {
    const text = partOf + line("a", "b") + line("b", "c") + line("a", "c");
    expect((await told({ "relations/PART_OF.csv": text })).problems).toEqual([]);
  });

  test("a long chain is gone through, and its end closed", async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index);
    const regions = many.map((index) => `region:r${index},区${index},doc-a:1\n`).join("");
    const links = many.slice(1).map((index) => line(`r${index - 1}`, `r${index}`));
    const files = { "entities/Region.csv": `id,name,sources\n${regions}` };
    expect((await told({ ...files, "relations/PART_OF.csv": partOf + links.join("") })).problems).toEqual([]);
    const closed = partOf + links.join("") + line("r19999", "r0");
    expect((await told({ ...files, "relations/PART_OF.csv": closed })).problems).toHaveLength(1);
  });
});

describeEachEngine("what was read is what is kept", (open) => {
  test("dates, amounts, flags, codes and names out of a file in GBK", async () => {
    const cells = {
      id: "enterprise:a",
      founded: "2015/3/1",
      capital: "5,000",
      listed: "TRUE",
      stockCode: '="000001"',
      creditCode: "91320205ma1wx1234x",
    };
    const store = await open();
    const folder = writeFolder({
      files: { ...sound, "entities/Enterprise.csv": inGbk(header + row(cells)) },
    });
    const { notes } = await loadFolder(store, folder);
    expect(notes.count).toBe(1);
    const [kept] = await store.read(
      "MATCH (e:Enterprise) RETURN e.name AS name, e.founded AS founded, e.capital AS capital, e.listed AS listed, e.stockCode AS stock, e.creditCode AS credit",
    );
    expect(kept).toEqual({
      name: "甲公司",
      founded: "2015-03-01",
      capital: 5000,
      listed: true,
      stock: "000001",
      credit: "91320205MA1WX1234X",
    });
  });
});
