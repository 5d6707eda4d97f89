// The command: npm run bench:match [-- --rows 100000]. Matches a list of rows to as many known enterprises, half of the
// rows written a little otherwise, and tells time and memory.
import { parseArgs } from "node:util";
import { pick, randomOf } from "../../scripts/synthetic/random.ts";
import { newMatcher } from "../../src/match/matcher.ts";
import { differencesOf } from "../names/differences.ts";
import { companies } from "../names/world.ts";

const { values } = parseArgs({ options: { rows: { type: "string", default: "100000" } } });
const count = Number(values.rows);
const list = companies(count * 2);
const known = list.slice(0, count).map(({ full }, index) => ({ id: `enterprise:${index}`, name: full }));
const megabytes = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`;
const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(1)} s`;

let started = performance.now();
const matcher = newMatcher(known);
process.stdout.write(`index of ${count} records: ${seconds(started)}, ${megabytes()}\n`);

const random = randomOf(1, "match");
const ways = differencesOf(list.slice(0, 500).map(({ full }) => full)).filter(
  ({ stored }) => stored === "both",
);
const told = { SAME: 0, REVIEW: 0, NEW: 0, right: 0, wrong: 0 };
started = performance.now();
for (let row = 0; row < count; row++) {
  // Every second row is known, written in some way; the others are not.
  const index = row % 2 === 0 ? row : count + row;
  const company = list[index];
  if (company === undefined) continue;
  const name = row % 2 === 0 ? (pick(random, ways).ask(company, random) ?? company.full) : company.full;
  const decision = matcher.decide({ name });
  told[decision.verdict] += 1;
  if (decision.verdict === "SAME") told[decision.match.id === `enterprise:${index}` ? "right" : "wrong"] += 1;
  if (row % 20_000 === 19_999) process.stdout.write(`${row + 1} rows: ${seconds(started)}, ${megabytes()}\n`);
}
process.stdout.write(`${JSON.stringify(told)}\n`);
