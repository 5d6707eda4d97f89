// Reads cases/*.yaml: facts of an enterprise, a day, and what is expected of a measure or of a track of certifications. Knows the form of a case, not
// what is in the graph.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { isDate } from "../../ontology/dates.ts";
import type { Problem } from "../problems.ts";
import { casesFolder } from "./place.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const listOf = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((only) => [only])]);
const cells = z.record(z.string(), z.union([scalar, z.array(scalar).transform((all) => all.join("|"))]));

/** A far end by its id or name, or with more columns of the relation: `{to: ..., year: 2021}`. */
const end = z.union([scalar.transform((to) => ({ to })), cells]);

/** The lists of facts, and what each is a list of. */
export const factLists = {
  places: "LOCATED_IN",
  clusters: "BELONGS_TO",
  certifications: "CERTIFIED_AS",
  listings: "LISTED_ON",
} as const;

const facts = z
  .object({
    places: listOf(end).default([]),
    clusters: listOf(end).default([]),
    certifications: listOf(end).default([]),
    listings: listOf(end).default([]),
    figures: listOf(cells).default([]),
  })
  .catchall(z.union([scalar, z.array(scalar).transform((all) => all.join("|"))]));

export type Facts = z.infer<typeof facts>;

/** How an enterprise may stand to a measure. */
export const statuses = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"] as const;

const expected = z.strictObject({
  status: z.enum(statuses).optional(),
  met: listOf(scalar).default([]),
  unmet: listOf(scalar).default([]),
  unknown: listOf(scalar).default([]),
  /** Yuan, or a sum with its unit; null where the measure states none. */
  amount: scalar.nullable().optional(),
  /** Whether it can be applied for on that day; null where no dates are known. */
  window: z.enum(["ACCEPTING", "UPCOMING", "CLOSED"]).nullable().optional(),
  /** The better ones of those that exclude it. */
  better: listOf(scalar).optional(),
  /** The certification that it stands on; null where none of the track is known. */
  rung: scalar.nullable().optional(),
  /** The next one; null at the top. */
  next: scalar.nullable().optional(),
  /** The year of re-examination; null where that is not known. */
  due: z.number().nullable().optional(),
});

/** What only a measure is asked, and what only a track is. */
const onlyOf = {
  measure: ["status", "amount", "window", "better"],
  track: ["rung", "next", "due"],
} as const;

export type Expected = z.infer<typeof expected>;

const oneCase = z.strictObject({
  case: scalar,
  measure: scalar.optional(),
  track: scalar.optional(),
  asOf: scalar.refine(isDate, "is no date: write 2023, 2023-06 or 2023-06-30"),
  /** The facts of one that is made up, or the id or name of one that the data have. */
  enterprise: z.union([scalar, facts]),
  expect: expected,
});

const caseFile = z.strictObject({
  measure: scalar.optional(),
  track: scalar.optional(),
  cases: z.array(oneCase).min(1),
});

export interface Case {
  /** The file as it was found. */
  readonly file: string;
  readonly line: number;
  readonly name: string;
  /** Id or name of a measure; undefined for a case of a track. */
  readonly measure?: string;
  /** A track of certifications, such as srdi, whose rungs the case is about. */
  readonly track?: string;
  readonly asOf: string;
  readonly enterprise: string | Facts;
  readonly expect: Expected;
  /** The line of what stands at a path within the case. */
  readonly lineAt: (...path: readonly (string | number)[]) => number;
}

export interface CaseFile {
  readonly file: string;
  readonly lines: number;
  readonly cases: readonly Case[];
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[part] : undefined,
    value,
  );

/** What is wrong, in words for who wrote the file. */
function wordsOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "unrecognized_keys") return `has no field ${issue.keys.join(", ")}`;
  if (value === undefined) return "is missing";
  if (issue.code === "invalid_union")
    return "has not the form that is wanted here: docs/own-data.md shows each field";
  return issue.message.startsWith("is ") ? issue.message : `cannot be read: ${issue.message}`;
}

/** Reads one file. Everything that is wrong with it is told at its line. */
export function parseCases(
  file: string,
  text: string,
): { readonly cases: Case[]; readonly problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (offset: number): number => counter.linePos(offset).line;
  const broken = document.errors.map(
    ({ message, pos }): Problem => ({ file, line: lineOf(pos[0]), message: `is no YAML: ${message}` }),
  );
  if (broken.length > 0) return { cases: [], problems: broken };
  /** The line of the nearest thing that is there. */
  const lineAt = (path: readonly (string | number)[]): number => {
    for (let count = path.length; count >= 0; count--) {
      const node = count === 0 ? document.contents : document.getIn(path.slice(0, count), true);
      if (!isNode(node) || !(isMap(node) || isSeq(node) || isScalar(node)) || node.range == null) continue;
      return lineOf(node.range[0]);
    }
    return 1;
  };
  const data: unknown = document.toJS();
  const parsed = caseFile.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue): Problem => {
      const path = issue.path.filter((part) => typeof part !== "symbol");
      const column = path.filter((part) => typeof part === "string").join(".");
      return {
        file,
        line: lineAt(path),
        ...(column === "" ? {} : { column }),
        message: wordsOf(issue, valueAt(data, path)),
      };
    });
    return { cases: [], problems };
  }
  const problems: Problem[] = [];
  const cases = parsed.data.cases.flatMap((one, index): Case[] => {
    const about = one.measure === undefined && one.track === undefined ? parsed.data : one;
    const { measure, track } = about;
    const line = lineAt(["cases", index]);
    const tell = (column: string, message: string, at = line): never[] => {
      problems.push({ file, line: at, column, message });
      return [];
    };
    if (measure === undefined && track === undefined)
      return tell(
        "measure",
        "is missing: name the measure here (or a track), or once at the top of the file",
      );
    if (measure !== undefined && track !== undefined)
      return tell("track", "stands beside a measure: a case is about the one or the other");
    const [asked, other] =
      measure === undefined ? (["track", "measure"] as const) : (["measure", "track"] as const);
    const strange = onlyOf[other].filter((name) => one.expect[name] !== undefined);
    for (const name of strange)
      tell(
        name,
        `is told of a ${other}, and this case is about a ${asked}`,
        lineAt(["cases", index, "expect", name]),
      );
    if (strange.length > 0) return [];
    const { case: name, asOf, enterprise, expect } = one;
    return [
      {
        ...{ file, line, name, measure, track, asOf, enterprise, expect },
        lineAt: (...path) => lineAt(["cases", index, ...path]),
      },
    ];
  });
  return { cases, problems };
}

/** The files of cases of a folder of data. */
export function readCases(folder: string): {
  readonly files: readonly CaseFile[];
  readonly problems: readonly Problem[];
} {
  const under = join(folder, casesFolder);
  if (!existsSync(under)) return { files: [], problems: [] };
  if (!statSync(under).isDirectory())
    return {
      files: [],
      problems: [{ file: under, line: 0, message: "is a file: it must be a folder of .yaml" }],
    };
  const [files, problems]: [CaseFile[], Problem[]] = [[], []];
  for (const name of readdirSync(under, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.ya?ml$/i.test(name)) continue;
    const file = join(under, name);
    const text = readFileSync(file, "utf8");
    const read = parseCases(file, text);
    problems.push(...read.problems);
    files.push({ file, lines: text.split("\n").length, cases: read.cases });
  }
  return { files, problems };
}
