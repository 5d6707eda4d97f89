// The first lines of a question file: parameters to try it with.
import { paramLines } from "../../../src/questions/param-lines.ts";
import type { Parameters } from "../../../src/store/port.ts";

/** The lines that set parameters, as a comment. */
export const tried = (parameters: Parameters): string[] => [
  "/* To try it, run these first:",
  ...paramLines(parameters),
  "*/",
];
