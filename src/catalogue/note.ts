// What is said of a table that has no row: what was asked, and what else may be. Nothing found is not the same as no.
import type { Bilingual, Operation } from "./operation.ts";
import { valuesOf } from "./variables.ts";

/** What narrowed a table that has no row, and what may be said besides. */
export function noteOn({ variables }: Operation, given: Readonly<Record<string, unknown>>): Bilingual {
  const free = variables.filter(({ name, required }) => !required && name !== "first" && name !== "after");
  const told = free.map(({ name, type }) => {
    const values = valuesOf(type)?.map((one) => one.name);
    return `${name}${values === undefined ? "" : ` (${values.join(", ")})`}`;
  });
  const asked = JSON.stringify(given);
  const zh = `图中没有符合 ${asked} 的行；这不等于“没有”。`;
  const en = `Nothing here fits ${asked}, which is not the same as "no".`;
  return told.length === 0
    ? { zh, en }
    : { zh: `${zh}可改变或省去：${told.join("、")}。`, en: `${en} Change or leave out: ${told.join(", ")}.` };
}

/** In both languages, one behind the other. */
export const inBoth = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

/** Text for a header, which holds ASCII alone: other characters are written as JSON writes them. */
export const asciiOf = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
