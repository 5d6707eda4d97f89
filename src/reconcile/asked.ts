// What programs that reconcile ask, as the protocol has it: batches of queries, and columns to be added.
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";

/** Queries and ids of one batch at the most. */
export const mostQueries = 100;

/** Refuses what is asked. @throws IndustryGraphError BAD_ARGUMENT */
export const wrong = (message: string): never => {
  throw new IndustryGraphError("BAD_ARGUMENT", `/reconcile: ${message}`);
};

const name = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const cell = z.union([
  name,
  z.object({ id: z.string(), name: z.string().optional() }).transform(({ id }) => id),
]);
export const queryShape = z
  .object({
    query: z.string().min(1).optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    limit: z.number().int().min(1).optional(),
    properties: z.array(z.object({ pid: z.string(), v: z.union([cell, z.array(cell)]) })).optional(),
    type_strict: z.enum(["any", "all", "should"]).optional(),
  })
  .refine(({ query, properties = [] }) => query !== undefined || properties.length > 0, {
    path: ["query"],
    message: "is left out: give a name, or properties that only one may have, such as creditCode",
  });
export type Query = z.infer<typeof queryShape>;
export const extendShape = z.object({
  ids: z.array(z.string()).max(mostQueries),
  properties: z.array(z.object({ id: z.string(), settings: z.record(z.string(), z.unknown()).optional() })),
});

/** A parameter as JSON of a shape. @throws IndustryGraphError BAD_ARGUMENT naming each place that is wrong */
export function parsed<T>(shape: z.ZodType<T>, what: string, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return wrong(`${what} is JSON, not ${text.slice(0, 80)}.`);
  }
  const found = shape.safeParse(value);
  if (found.success) return found.data;
  return wrong(
    `${what}: ${found.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ")}`,
  );
}
