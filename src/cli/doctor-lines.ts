// From the answer to a finding to lines of the doctor's report. Knows the shapes of the answers, nothing else.
import { z } from "zod";
import type { Finding, Gravity } from "./doctor-findings.ts";

export interface Example {
  readonly id: string;
  readonly name: string;
  /** What was found, in a few words. */
  readonly detail?: string;
  /** Ids of other entities that it concerns. */
  readonly related?: readonly string[];
  /** Where it was said, as `stem:line`. */
  readonly sources: readonly string[];
}

export interface Line {
  readonly finding: string;
  readonly gravity: Gravity;
  readonly total: number;
  readonly examples: readonly Example[];
}

const entity = z.object({
  id: z.string(),
  name: z.string(),
  sources: z.array(z.object({ line: z.number(), document: z.object({ stem: z.string() }) })),
});
const page = z.object({
  totalCount: z.number(),
  edges: z.array(
    z.object({
      detail: z.string().optional(),
      reasons: z.array(z.string()).optional(),
      node: entity,
      related: z.array(z.object({ id: z.string() })).optional(),
    }),
  ),
});
const tallies = z.array(
  z.object({ conflictType: z.string(), total: z.number(), conflicts: z.array(entity) }),
);
const firmness = z.array(z.object({ kind: z.string(), total: z.number() }).catchall(z.number()));

function example(
  found: z.infer<typeof entity>,
  detail?: string,
  related?: readonly { id: string }[],
): Example {
  const sources = found.sources.map((one) => `${one.document.stem}:${one.line}`);
  const more = related === undefined || related.length === 0 ? {} : { related: related.map((one) => one.id) };
  return { id: found.id, name: found.name, ...(detail === undefined ? {} : { detail }), ...more, sources };
}

/**
 * The lines of a finding: one for most, one a type for conflicts, one a sort of facts for firmness.
 * @param answer the value of its field
 */
export function linesOf({ name, gravity }: Finding, answer: unknown): Line[] {
  if (name === "conflicts") {
    return tallies.parse(answer).map(({ conflictType, total, conflicts }) => ({
      finding: `conflicts ${conflictType}`,
      gravity,
      total,
      examples: conflicts.map((one) => example(one)),
    }));
  }
  if (name === "firmness") {
    return firmness.parse(answer).map(({ kind, total, ...counts }) => {
      const implied = total === 0 ? 0 : (Number(counts.implied) / total) * 100;
      return {
        finding: `implied ${kind} (${implied.toFixed(1)} % of ${total})`,
        gravity,
        total: Number(counts.implied),
        examples: [],
      };
    });
  }
  const { totalCount, edges } = page.parse(answer);
  const examples = edges.map((edge) =>
    example(edge.node, edge.detail ?? edge.reasons?.join(", "), edge.related),
  );
  return [{ finding: name, gravity, total: totalCount, examples }];
}
