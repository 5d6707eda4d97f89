// Broken folders: every problem is told at once with its file, line and column, and nothing is written.
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/load/check.ts";
import { loadFolder } from "../../src/load/load.ts";
import { formatProblem, type Problem } from "../../src/load/problems.ts";
import { inChinese } from "../../src/load/problems-zh.ts";
import { describeEachEngine } from "../support/engines.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";

type Files = Readonly<Record<string, string | Buffer>>;

const sound: Files = {
  "entities/Document.csv": "id,name,stem,lines,sources\ndocument:a,甲报告,doc-a,10,\n",
  "entities/Park.csv":
    "id,name,area,level,sources\npark:one,一号园,12.5,NATIONAL,doc-a:1\npark:two,二号园,,,doc-a:2\n",
  "entities/Enterprise.csv":
    "id,name,aliases,founded,capital,listed,sources\nenterprise:a,甲公司,甲|A厂,2001,100,true,doc-a:1\nenterprise:b,乙公司,,2001-02,,,doc-a:2|doc-a:3\n",
  "entities/Metric.csv": "id,name,sources\nmetric:output,产值,doc-a:1\n",
  "relations/LOCATED_IN.csv":
    "from,to,key,since,status,sources\nenterprise:a,park:one,,,,doc-a:1\n乙公司,二号园,,2010,IMPLIED,doc-a:2\n",
  "relations/CERTIFIED_AS.csv": "from,to,key,year,sources\n",
  "observations.csv":
    "id,subject,metric,value,unit,period,sources\nobservation:1,enterprise:a,output,12.5,亿元,2022,doc-a:4\n",
};

/** Whoever reads Chinese is told as much. */
function expectChinese(problems: readonly Problem[]): void {
  expect(problems.filter(({ message }) => inChinese(message) === message)).toEqual([]);
}

async function problemsOf(files: Files): Promise<string[]> {
  const { problems } = await checkFolder(writeFolder({ files: { ...sound, ...files } }));
  expectChinese(problems.list);
  return problems.list.map(formatProblem);
}

/** é of Latin-1 in a word. */
const latin = Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0xe9]);
const enterprises = "id,name,aliases,founded,capital,listed,sources\n";
const located = "from,to,key,since,status,sources\n";
const observed = "id,subject,metric,value,unit,period,sources\n";

/** Title, files that replace the sound ones, and for each problem in order a text it has, place first. */
const table: readonly (readonly [string, Files, readonly (readonly [place: string, says: RegExp])[]])[] = [
  ["nothing is wrong", {}, []],
  [
    "years, numbers, flags and dates that are none",
    {
      "entities/Enterprise.csv": `${enterprises}enterprise:a,甲公司,,2001-13,"1,00",ja,doc-a:1\nenterprise:b,乙公司,,20,12亩,,doc-a:2\n`,
      "entities/Certification.csv": "id,name,rung,sources\ncertification:x,证,1.5,doc-a:1\n",
      "relations/CERTIFIED_AS.csv":
        "from,to,key,year,sources\nenterprise:a,certification:x,,二〇二一,doc-a:1\nenterprise:b,certification:x,,21,doc-a:1\n",
      "observations.csv": `${observed}observation:1,enterprise:a,output,约12,亿元,2022-H3,doc-a:4\n`,
    },
    [
      ["entities/Enterprise.csv:2 founded", /"2001-13" is no date: write 2021, 2021-12 or 2021-12-03/],
      ["entities/Enterprise.csv:2 capital", /"1,00" is no number.*groups of three digits/],
      ["entities/Enterprise.csv:2 listed", /"ja" must be true or false/],
      ["entities/Enterprise.csv:3 founded", /"20" is no date/],
      ["entities/Enterprise.csv:3 capital", /"12亩" is no number.*亩 is no unit of yuan/],
      ["entities/Certification.csv:2 rung", /"1.5" is no whole number/],
      ["observations.csv:2 value", /"约12" is no number.*bound/],
      ["observations.csv:2 period", /"2022-H3" is no period/],
      ["relations/CERTIFIED_AS.csv:2 year", /"二〇二一" is no year: write four digits/],
      ["relations/CERTIFIED_AS.csv:3 year", /"21" is no year/],
    ],
  ],
  [
    "files of no kind and of no type, with the one that may be meant",
    {
      "entities/Enterprize.csv": "id\n",
      "relations/LOCATED.csv": "from\n",
      "relations/OBSERVES.csv": "from\n",
      "Park.csv": "id\n",
    },
    [
      ["entities/Enterprize.csv", /did you mean Enterprise\.csv/],
      ["relations/LOCATED.csv", /did you mean LOCATED_IN\.csv/],
      ["relations/OBSERVES.csv", /is no type of relation with a file/],
      ["Park.csv", /does not belong here/],
    ],
  ],
  [
    "columns unknown, missing, twice and without a name; the rows are checked all the same",
    {
      "entities/Park.csv": "id,nmae,area,,area,sources\npark:one,一,x,,,doc-a:1\npark:two,二,y,,,doc-a:99\n",
      "relations/LOCATED_IN.csv": "from,too,sources\nenterprise:nobody,park:one,doc-a:1\n",
    },
    [
      ["entities/Park.csv:1 nmae", /is no column of this file: it may have id, name/],
      ["entities/Park.csv:1", /column 4 has no name/],
      ["entities/Park.csv:1 area", /stands twice/],
      ["entities/Park.csv:1 name", /is missing from the header/],
      ["entities/Park.csv:2 area", /"x" is no number/],
      ["entities/Park.csv:3 area", /"y" is no number/],
      ["entities/Park.csv:3 sources", /doc-a:99 lies beyond the last line, 10/],
      ["relations/LOCATED_IN.csv:1 too", /is no column/],
      ["relations/LOCATED_IN.csv:1 to", /is missing/],
    ],
  ],
  [
    "required cells that are empty, and rows of too few or too many cells",
    {
      "entities/Park.csv":
        "id,name,area,level,sources\n,无号园,,,doc-a:1\npark:two,,,,doc-a:2\npark:one,一号园,,doc-a:2\npark:x,某园,,,doc-a:2,more\n",
      "entities/Metric.csv": "id,name,sources\nmetric:output,产值,\n",
    },
    [
      ["entities/Park.csv:2 id", /is empty: it is required/],
      ["entities/Park.csv:3 name", /is empty: it is required/],
      ["entities/Park.csv:4", /has 4 cells where the header has 5/],
      ["entities/Park.csv:5", /has 6 cells where the header has 5/],
      ["entities/Metric.csv:2 sources", /is empty: cite where it was said/],
    ],
  ],
  [
    "ends that are not there, of the wrong kind, or of a name that several have",
    {
      "entities/Enterprise.csv": `${enterprises}enterprise:a,同名,,,,,doc-a:1\nenterprise:b,乙公司,同名,,,,doc-a:2\n`,
      "relations/LOCATED_IN.csv": `${located}enterprise:nobody,park:one,,,,doc-a:1\nenterprise:a,没有的园,,,,doc-a:1\n同名,park:one,,,,doc-a:1\nenterprise:a,enterprise:b,,,,doc-a:1\nenterprise:a,metric:output,,,,doc-a:1\n`,
      "observations.csv": `${observed}observation:1,nobody,output,1,家,,doc-a:1\nobservation:2,enterprise:a,outputs,1,家,,doc-a:1\n`,
    },
    [
      ["observations.csv:2 subject", /there is no "nobody"/],
      ["observations.csv:3 metric", /there is no metric:outputs: add it to entities\/Metric\.csv/],
      [
        "relations/LOCATED_IN.csv:2 from",
        /there is no "enterprise:nobody": add it to entities\/Enterprise\.csv/,
      ],
      ["relations/LOCATED_IN.csv:3 to", /there is no "没有的园"/],
      ["relations/LOCATED_IN.csv:4 from", /"同名" is the name of enterprise:a, enterprise:b: write the id/],
      [
        "relations/LOCATED_IN.csv:5 to",
        /enterprise:b is of kind Enterprise, which may not stand here: Park, Region/,
      ],
      ["relations/LOCATED_IN.csv:6 to", /metric:output is of kind Metric/],
    ],
  ],
  [
    "ids and relations twice, ids of the wrong form, unique values twice",
    {
      "entities/Park.csv":
        "id,name,sources\npark:one,一号园,doc-a:1\npark:one,又一号园,doc-a:1\nenterprise:x,甲园,doc-a:1\npark:a b,乙园,doc-a:1\npark:,丙园,doc-a:1\npark:two,二号园,doc-a:1\n",
      "entities/Document.csv": "id,name,stem,lines,sources\ndocument:a,甲,doc-a,10,\ndocument:b,乙,doc-a,,\n",
      "relations/LOCATED_IN.csv": `${located}enterprise:a,park:one,,,,doc-a:1\n甲公司,一号园,,,IMPLIED,doc-a:2\nenterprise:a,park:one,2020,,,doc-a:1\nenterprise:a,park:one,2020,,,doc-a:1\n`,
      "observations.csv": `${observed}observation:1,enterprise:a,output,1,家,,doc-a:1\nobservation:1,enterprise:b,output,1,家,,doc-a:1\nfigure:2,enterprise:b,output,1,家,,doc-a:1\n`,
    },
    [
      ["entities/Park.csv:3 id", /park:one stands at entities\/Park\.csv:2 already/],
      ["entities/Park.csv:4 id", /"enterprise:x" is no id of this kind: write park:/],
      ["entities/Park.csv:5 id", /"park:a b" is no id/],
      ["entities/Park.csv:6 id", /"park:" is no id/],
      [
        "entities/Document.csv:3 stem",
        /doc-a stands at entities\/Document\.csv:2 already: it must be unique/,
      ],
      ["observations.csv:3 id", /observation:1 stands at observations\.csv:2 already/],
      ["observations.csv:4 id", /"figure:2" is no id/],
      ["relations/LOCATED_IN.csv:3 key", /the same relation stands at relations\/LOCATED_IN\.csv:2 already/],
      ["relations/LOCATED_IN.csv:5 key", /the same relation stands at relations\/LOCATED_IN\.csv:4 already/],
    ],
  ],
  [
    "two stages of one rank: projects are counted by rank",
    {
      "entities/Stage.csv":
        "id,name,code,rank,sources\nstage:a,签约,SIGNED,2,doc-a:1\nstage:b,开工,STARTED,3,doc-a:1\nstage:c,竣工,COMPLETED,3,doc-a:1\n",
    },
    [["entities/Stage.csv:4 rank", /3 stands at entities\/Stage\.csv:3 already: it must be unique/]],
  ],
  [
    "citations of no form, of an unknown document, of line 0 and beyond the end; values of no enumeration",
    {
      "entities/Park.csv":
        "id,name,area,level,sources\npark:one,一号园,,national,doc-a\npark:two,二号园,,,doc-b:1|doc-a:11\npark:x,三号园,,,doc-a:0\n",
      "relations/LOCATED_IN.csv": `${located}enterprise:a,park:one,,,SAID,doc-a:1\n`,
    },
    [
      ["entities/Park.csv:2 level", /"national" must be one of NATIONAL, PROVINCIAL/],
      ["entities/Park.csv:2 sources", /must be citations stem:line/],
      ["entities/Park.csv:3 sources", /doc-b is no stem of a document: add it to entities\/Document\.csv/],
      ["entities/Park.csv:3 sources", /doc-a:11 lies beyond the last line, 10/],
      ["entities/Park.csv:4 sources", /must be citations stem:line/],
      ["relations/LOCATED_IN.csv:2 status", /"SAID" must be one of STATED/],
    ],
  ],
  [
    "another encoding than UTF-8, and no bytes; what the file may hold is not called missing elsewhere",
    {
      "entities/Enterprise.csv": Buffer.concat([
        Buffer.from(`${enterprises}enterprise:a,`),
        latin,
        Buffer.from(",,,,,doc-a:1\n"),
      ]),
      "entities/Park.csv": Buffer.from("\ufeffid,name,sources\n", "utf16le"),
      "entities/Metric.csv": "",
      "entities/Document.csv": Buffer.concat([
        Buffer.from("id,name,stem,lines,sources\ndocument:a,"),
        Buffer.from("甲").subarray(0, 2),
      ]),
    },
    [
      ["entities/Document.csv:2", /ends in the middle of a character/],
      ["entities/Enterprise.csv:2", /is encoded neither as UTF-8 nor surely as GBK: save it as UTF-8/],
      ["entities/Metric.csv", /is empty \(0 bytes\)/],
      ["entities/Park.csv:1", /is encoded as UTF-16: save it as UTF-8/],
    ],
  ],
  [
    "a quote left open, at the line where it is opened, and text after a quote",
    {
      "entities/Park.csv":
        'id,name,sources\npark:one,一号园,doc-a:1\npark:two,"二号园,doc-a:2\npark:x,三号园,doc-a:3\n',
      "relations/LOCATED_IN.csv": `${located}enterprise:a,park:one,,,,doc-a:1\nenterprise:b,"park"one,,,,doc-a:1\n`,
    },
    [
      ["entities/Park.csv:3", /a double quote is opened and never closed/],
      ["relations/LOCATED_IN.csv:3", /a double quote stands in the middle of a cell/],
    ],
  ],
  [
    "a header alone is an empty file of its kind",
    { "entities/Park.csv": "id,name,sources\n", "relations/LOCATED_IN.csv": located },
    [],
  ],
  [
    "white space alone has no header",
    { "relations/LOCATED_IN.csv": "\n\n" },
    [["relations/LOCATED_IN.csv:1", /has no header/]],
  ],
];

describe("a broken folder is refused with all its problems", () => {
  test.each(table)("%s", async (_, files, expected) => {
    const found = (await problemsOf(files)).sort();
    const places = found.map((line) => line.slice(0, line.indexOf(": ")));
    const wanted = [...expected].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
    expect(places.sort(), found.join("\n")).toEqual(wanted.map(([place]) => place));
    for (const [place, says] of wanted)
      expect(
        found.filter((line) => line.startsWith(`${place}: `) && says.test(line)),
        `${place} ${says}\n${found.join("\n")}`,
      ).not.toEqual([]);
  });

  test("a byte order mark, CRLF, old Mac line ends, blank lines and cells of several lines are no problem, and lines stay right", async () => {
    const park = "id,name,summary,area,sources";
    const rows = ['park:one,一号园,"两行\n的话",1,doc-a:1', "", "park:two,二号园,,x,doc-a:2"];
    for (const end of ["\n", "\r\n"]) {
      const text = [park, ...rows].join(end).replaceAll("两行\n", `两行${end}`);
      expect(await problemsOf({ "entities/Park.csv": `\ufeff${text}` })).toEqual([
        'entities/Park.csv:5 area: "x" is no number: write digits with a decimal point, such as 1021.3',
      ]);
    }
    expect(
      await problemsOf({
        "relations/LOCATED_IN.csv":
          sound["relations/LOCATED_IN.csv"]?.toString().replaceAll("\n", "\r") ?? "",
      }),
    ).toEqual([]);
  });

  test("no folder, an empty one and a file in its place", async () => {
    for (const folder of ["/nowhere/at/all", writeFolder({ files: {} }), import.meta.filename]) {
      const { problems } = await checkFolder(folder);
      expect(problems.count).toBe(1);
    }
  });

  test("of very many problems the first 500 are listed and all are counted", async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => `park:p${index},园,x,,doc-a:1`);
    const folder = writeFolder({
      files: {
        ...sound,
        "entities/Park.csv": `id,name,area,level,sources\n${rows.join("\n")}\n`,
        "relations/LOCATED_IN.csv": located,
      },
    });
    const { problems } = await checkFolder(folder);
    expect([problems.count, problems.list.length]).toEqual([1_200, 500]);
  });
});

describeEachEngine("what was loaded stays when a broken folder is refused", (open) => {
  test("not a node is changed, and the error tells every problem", async () => {
    const store = await open();
    await loadFolder(store, writeFolder(fixture));
    const all = "MATCH (n) WHERE n:Entity OR n:Alias OR n:Dataset RETURN properties(n) AS n ORDER BY n.id";
    const before = JSON.stringify(await store.read(all));
    const broken = writeFolder({
      ...fixture,
      files: { "entities/Fund.csv": "id,name,sources\nfund:x,基金,nowhere:1\nfund:x,基金,doc-a:1\n" },
    });
    const refused = loadFolder(store, broken);
    await expect(refused).rejects.toMatchObject({ code: "BAD_SEED" });
    await expect(refused).rejects.toThrow(/entities\/Fund\.csv:2 sources[\s\S]*entities\/Fund\.csv:3 id/);
    expect(JSON.stringify(await store.read(all))).toBe(before);
  });
});
