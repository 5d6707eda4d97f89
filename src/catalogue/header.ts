// The header of an operation file: comment lines with title, description, table and variables, in both languages.
import type { Bilingual } from "./operation.ts";

export interface Header {
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly table: readonly string[];
  readonly tableLine: number;
  /** Whether agents are shown it as a tool of its own without asking. */
  readonly shown: boolean;
  readonly variables: ReadonlyMap<
    string,
    { readonly about: Bilingual; readonly example: unknown; readonly line: number }
  >;
}

const none: Bilingual = { zh: "", en: "" };

/**
 * Reads the comment lines at the top of a file:
 * `# 标题 | Title`, `# 说明 | Description`, `# table: path.of.list`, `# $name: 中文 | English | "example as JSON"`,
 * and `# agents: shown` for a question that agents see among the first.
 * @param report is told what is wrong, with its line
 */
export function parseHeader(text: string, report: (line: number, message: string) => void): Header {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith("#"));
  const both = (line: number, value: string): Bilingual => {
    const [zh, en, ...rest] = value.split(" | ").map((part) => part.trim());
    if (zh && en && rest.length === 0) return { zh, en };
    report(line, `write it in both languages: # 中文 | English, not ${JSON.stringify(value)}`);
    return none;
  };
  const texts: Bilingual[] = [];
  const variables = new Map<string, { about: Bilingual; example: unknown; line: number }>();
  let table: string[] = [];
  let tableLine = 1;
  let shown = false;
  for (const [index, raw] of lines.slice(0, end < 0 ? undefined : end).entries()) {
    const line = index + 1;
    const value = raw.slice(1).trim();
    const variable = /^\$(\w+):\s*(.*)$/.exec(value);
    if (variable?.[1] !== undefined) {
      const parts = (variable[2] ?? "").split(" | ");
      const example = parts.length > 2 ? exampleIn(parts.slice(2).join(" | "), line, report) : undefined;
      variables.set(variable[1], { about: both(line, parts.slice(0, 2).join(" | ")), example, line });
    } else if (value.startsWith("table:")) {
      table = value.slice("table:".length).trim().split(".");
      tableLine = line;
    } else if (value.startsWith("agents:")) {
      shown = value.slice("agents:".length).trim() === "shown";
      if (!shown) report(line, "agents: is followed by shown, or left out");
    } else if (value !== "") texts.push(both(line, value));
  }
  const [title, about] = texts;
  if (title === undefined || about === undefined || texts.length > 2)
    report(1, "the header has two lines of text, title and description, each as # 中文 | English");
  if (table.length === 0 || table[0] === "")
    report(1, "the header names the list that is the table: # table: park.enterprises.nodes");
  return { title: title ?? none, about: about ?? none, table, tableLine, shown, variables };
}

function exampleIn(text: string, line: number, report: (line: number, message: string) => void): unknown {
  try {
    return JSON.parse(text);
  } catch {
    report(line, `the example is JSON, as "region:xishan" or 5, not ${text}`);
    return undefined;
  }
}
