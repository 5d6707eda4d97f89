// A small folder whose figures add up, do not, or cannot be compared; with lines that have no facts.
import { fixture } from "./fixture.ts";
import type { CsvRecord, FolderContent } from "./folder.ts";

const figure = (
  id: string,
  subject: string,
  metric: string,
  value: number,
  unit: string,
  more: CsvRecord = {},
) => ({
  id: `observation:${id}`,
  subject,
  metric,
  value,
  unit,
  period: "2022",
  sources: "doc-a:10",
  ...more,
});

const check = (id: string, checkType: string, more: CsvRecord = {}): CsvRecord => ({
  id: `check:${id}`,
  name: `校验${id}`,
  checkType,
  tolerance: "",
  sources: "doc-a:10",
  ...more,
});

const role = (id: string, to: string, checkRole: string): CsvRecord => ({
  from: `check:${id}`,
  to,
  checkRole,
  sources: "doc-a:10",
});

const observation = (id: string): string => `observation:${id}`;

export const ledgerFolder: FolderContent = {
  entities: {
    ...fixture.entities,
    Check: [
      check("benchmarks", "SUM"),
      check("loans", "PART_OF_WHOLE"),
      check("times", "SUM", { sources: "doc-a:11" }),
      check("wrong", "SUM", { sources: "dir:doc-b:4" }),
      check("open", "PART_OF_WHOLE"),
      check("partners", "COUNT_OF_LIST", { sources: "doc-a:12" }),
    ],
    Conflict: [
      {
        id: "conflict:loans",
        name: "放贷多于授信",
        conflictType: "PART_EXCEEDS_WHOLE",
        reason: "Fifty of 33.",
        sources: "doc-a:10",
      },
      {
        id: "conflict:list",
        name: "合作伙伴未列全",
        conflictType: "LIST_SHORTER",
        reason: "Three counted, two named.",
        resolution: "Only the named.",
        sources: "doc-a:12|dir:doc-b:4",
      },
      {
        id: "conflict:undated",
        name: "未注年份",
        conflictType: "UNDATED",
        reason: "No year.",
        sources: "dir:doc-b:4",
      },
    ],
  },
  relations: {
    ...fixture.relations,
    CHECKS: [
      role("benchmarks", observation("all"), "WHOLE"),
      role("benchmarks", observation("provincial"), "PART"),
      role("benchmarks", observation("municipal"), "PART"),
      role("loans", observation("credit"), "WHOLE"),
      role("loans", observation("loans"), "PART"),
      role("times", observation("all"), "WHOLE"),
      role("times", observation("times"), "PART"),
      role("wrong", observation("all"), "WHOLE"),
      role("wrong", observation("provincial"), "PART"),
      role("open", observation("all"), "WHOLE"),
      role("open", observation("over"), "PART"),
      role("partners", observation("partners"), "WHOLE"),
      role("partners", "institution:bank", "ITEM"),
      role("partners", "江南大学", "ITEM"),
    ],
    CONCERNS: [
      { from: "conflict:loans", to: observation("credit"), sources: "doc-a:10" },
      { from: "conflict:loans", to: observation("loans"), sources: "doc-a:10" },
      { from: "conflict:list", to: observation("partners"), sources: "doc-a:12" },
      { from: "conflict:undated", to: observation("all"), sources: "dir:doc-b:4" },
      { from: "conflict:undated", to: "region:east", sources: "dir:doc-b:4" },
    ],
  },
  observations: [
    ...(fixture.observations ?? []),
    figure("all", "region:east", "patents", 155, "个"),
    figure("provincial", "region:east", "patents", 75, "个"),
    figure("municipal", "region:east", "patents", 80, "个", { sources: "doc-a:10|doc-a:11" }),
    figure("times", "region:east", "patents", 155, "家次", { sources: "doc-a:11" }),
    figure("over", "park:inner", "patents", 20, "个", { bound: "AT_LEAST", period: "2022" }),
    figure("credit", "institution:bank", "patents", 33, "笔", { period: "2021" }),
    figure("loans", "institution:bank", "patents", 50, "笔", { period: "2021" }),
    figure("partners", "enterprise:weizhi", "patents", 3, "家", { period: "", sources: "doc-a:12" }),
  ],
  files: {
    "reading/lines-without-facts.csv": "source,line,reason\ndoc-a,3,heading\ndoc-a,40,notice of the site\n",
  },
};
