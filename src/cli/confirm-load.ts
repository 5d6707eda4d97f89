// What a load would change, said before it does: a question where much goes, a refusal where nobody can be asked.
import { createInterface } from "node:readline/promises";
import { IndustryGraphError } from "../errors.ts";
import type { LoadPlan } from "../load/load.ts";
import { takesMuch } from "../load/takes-much.ts";
import type { Changes } from "../load/write.ts";

const line = (name: string, { created, updated, deleted, unchanged }: Changes): string =>
  `${name}: ${created} to add, ${updated} to change, ${deleted} to take away, ${unchanged} as they are`;

async function answered(question: string): Promise<boolean> {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(?:y|yes|是|好)$/i.test((await asking.question(question)).trim());
  } finally {
    asking.close();
  }
}

/** What a load would change, as two lines. */
export const planText = ({ nodes, relations }: LoadPlan): string =>
  `${line("entities", nodes)}\n${line("relations", relations)}`;

/**
 * Tells what a load will do, on stderr, and stops it where that is not wanted.
 * @throws IndustryGraphError CANCELLED where the answer is no; BAD_ARGUMENT where much would go and nobody can be asked
 */
export function confirmLoad(yes: boolean): (plan: LoadPlan) => Promise<void> {
  return async (plan) => {
    process.stderr.write(`${planText(plan)}\n`);
    if (yes || !takesMuch(plan)) return;
    if (process.stdin.isTTY !== true)
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        "More than a tenth of what is there would go: nothing was written. If that is meant, give --yes.",
      );
    if (!(await answered("More than a tenth of what is there would go. Go on? [y/N] ")))
      throw new IndustryGraphError("CANCELLED", "Nothing was written: the store is as it was.");
  };
}
