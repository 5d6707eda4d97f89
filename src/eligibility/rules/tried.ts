// The first lines of a question file: parameters to try it with.
import { paramLines } from "../../questions/param-lines.ts";
import type { Parameters } from "../../store/port.ts";

/** The lines that set parameters, as a comment. */
export const tried = (parameters: Parameters): string[] => [
  "/* To try it, run these first:",
  ...paramLines(parameters),
  "*/",
];
