// Reads the header of a question file: `:param` lines to try it with, its title, what it takes and gives.
import type { Json } from "../store/port.ts";
import { readParamLine } from "./param-lines.ts";
import type { Argument, Header } from "./question.ts";

/** A default as a header writes it: a number, true, false, or the name of an enumeration's value. */
function fallbackOf(text: string | undefined): Json {
  if (text === undefined) return null;
  return /^(-?\d+(\.\d+)?|true|false)$/.test(text) ? (JSON.parse(text) as Json) : text;
}

/** A list that is separated by commas outside of brackets. */
function listed(text: string): string[] {
  const parts = text.match(/(?:\[[^\]]*\]|[^,[])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function argumentsOf(text: string): Argument[] {
  return listed(text).map((part) => {
    const match = /^(\w+)\s*:\s*([^=\s]+)(?:\s*=\s*(\S+))?$/.exec(part);
    if (match?.[1] === undefined || match[2] === undefined)
      throw new Error(`args: ${part} is not name: Type, or name: Type = value`);
    return { name: match[1], type: match[2], fallback: fallbackOf(match[3]) };
  });
}

/** Checks that the `:param` lines set what the question takes: its arguments, and the id of its parent. */
function checkSamples({ samples, args, on }: Header): void {
  const taken = [...(on.length > 0 ? ["id"] : []), ...args.map(({ name }) => name)];
  for (const name of taken)
    if (!Object.hasOwn(samples, name))
      throw new Error(`the header needs a line :param ${name} => a value to try;`);
  for (const name of Object.keys(samples))
    if (!taken.includes(name)) throw new Error(`:param ${name} is no parameter of the question`);
}

/** What is gone through for each parent: `each: Measure 18`. */
function eachOf(text: string): Pick<Header, "each"> {
  if (text === "") return {};
  const [, kind, looks] = /^(\w+) (\d+)$/.exec(text) ?? [];
  if (kind === undefined)
    throw new Error(`// each: ${text} is no name of a kind with a number, such as Measure 18`);
  return { each: { kind, looks: Number(looks) } };
}

/**
 * Reads the header off a file's text.
 * @returns what it says, and the text behind it
 * @throws Error saying what is wrong
 */
export function readHeader(text: string): { readonly header: Header; readonly statement: string } {
  const block = /^\/\*([\s\S]*?)\*\/\n/.exec(text);
  const params = (block?.[1] ?? "").split("\n").filter((line) => line.startsWith(":param"));
  const rest = text.slice(block?.[0].length ?? 0).split(/\r?\n/);
  const end = rest.findIndex((line) => !line.startsWith("//"));
  const lines = rest.slice(0, end).map((line) => line.slice(2).trim());
  const entry = (key: string): string =>
    lines
      .find((line) => line.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim() ?? "";
  const on = listed(entry("on"));
  if (lines.includes("root") === on.length > 0)
    throw new Error("the header needs either `// root` or `// on: Kind`");
  const header: Header = {
    title: lines[0] ?? "",
    samples: Object.fromEntries(params.map(readParamLine)),
    on,
    args: argumentsOf(entry("args")),
    returns: listed(entry("returns")),
    detailed: listed(entry("details")),
    once: lines.includes("once"),
    ...eachOf(entry("each")),
  };
  checkSamples(header);
  return { header, statement: rest.slice(end).join("\n").trim() };
}
