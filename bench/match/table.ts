// The command: npm run bench:match:table [-- --write]. Verdicts on the labelled pairs by kind of difference; written
// into docs/names.md where asked for.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { matchRecords } from "../../src/match/match.ts";
import {
  type LabelledPair,
  labelledAsTwo,
  labelledBefore,
  labelledByHand,
  labelledByMaking,
  labelledByWriting,
  unseenSets,
} from "../../tests/match/labelled.ts";
import { ranksOf } from "./ranks.ts";

interface Line {
  readonly label: string;
  readonly kind: string;
  readonly SAME: number;
  readonly REVIEW: number;
  readonly NEW: number;
}

/** Verdicts on pairs, by label and kind. */
export function tally(pairs: readonly LabelledPair[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { one, other, same, kind } of pairs) {
    const label = same ? "one" : "two";
    const key = `${label} ${kind}`;
    const line = lines.get(key) ?? { label, kind, SAME: 0, REVIEW: 0, NEW: 0 };
    const { verdict } = matchRecords(one, other);
    lines.set(key, { ...line, [verdict]: line[verdict] + 1 });
  }
  return [...lines.values()].sort((one, other) =>
    one.label < other.label ? -1 : one.label > other.label ? 1 : 0,
  );
}

const sum = (some: readonly Line[], ...of: readonly ("SAME" | "REVIEW" | "NEW")[]): number =>
  some.reduce((total, line) => total + of.reduce((all, verdict) => all + line[verdict], 0), 0);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What became of some pairs: in a sentence, and by kind. */
function section(pairs: readonly LabelledPair[]): string {
  const lines = tally(pairs);
  const [ones = [], twos = []] = ["one", "two"].map((label) => lines.filter((line) => line.label === label));
  const all = (some: readonly Line[]): number => sum(some, "SAME", "REVIEW", "NEW");
  const precision = sum(ones, "SAME") / sum(lines, "SAME");
  const recall = sum(ones, "SAME", "REVIEW") / all(ones);
  return [
    `${pairs.length} pairs. Of those called SAME ${percent(precision)} are one enterprise; of those that are one ${percent(recall)} are called SAME or given to a person, ${percent(sum(ones, "SAME") / all(ones))} without one. Of those that are two ${percent(sum(twos, "REVIEW") / all(twos))} are given to a person.`,
    "",
    "| pairs of | difference | SAME | REVIEW | NEW |",
    "| --- | --- | --: | --: | --: |",
    ...lines.map(
      ({ label, kind, SAME, REVIEW, NEW }) => `| ${label} | ${kind} | ${SAME} | ${REVIEW} | ${NEW} |`,
    ),
  ].join("\n");
}

/** Short from full and full from short. */
function rankTable(): string {
  return [
    "Short names looked for by full ones and the reverse among 4,000 enterprises, those of listed companies apart:",
    "",
    "| stored | asked | names | asked for | first % | in five % |",
    "| --- | --- | --- | --: | --: | --: |",
    ...ranksOf(4_000).map(({ stored, listed, asked, first, inFive }) => {
      const share = (part: number): string => ((part / asked) * 100).toFixed(1);
      const other = stored === "short" ? "full" : "short";
      return `| ${stored} | ${other} | ${listed ? "listed" : "made up"} | ${asked} | ${share(first)} | ${share(inFive)} |`;
    }),
  ].join("\n");
}

const text = [
  rankTable(),
  section([...labelledByHand(), ...labelledByMaking(1), ...labelledByWriting(1), ...labelledAsTwo()]),
  "Labelled before the matcher had met them:",
  section(unseenSets.flatMap(labelledBefore)),
].join("\n\n");
process.stdout.write(`${text}\n`);
if (process.argv.includes("--write")) {
  const file = fileURLToPath(new URL("../../docs/names.md", import.meta.url));
  const [begin, end] = [
    "<!-- table: npm run bench:match:table -- --write -->",
    "<!-- end of the table of matches -->",
  ];
  const before = readFileSync(file, "utf8");
  const [head = "", rest = ""] = before.split(begin);
  const [, tail = ""] = rest.split(end);
  writeFileSync(file, `${head}${begin}\n\n${text}\n\n${end}${tail}`);
}
