// Codes and words that filters ask for: each in the form in which it is kept, or an error that tells those near it.
import { IndustryGraphError } from "../errors.ts";
import type { Suggest } from "../names/resolve.ts";
import { asKept, codeReaderOf } from "../ontology/codes.ts";
import type { CodeSpec, Holder } from "../plan/codes.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";
import { toldOfCode } from "./code-held.ts";

/** Codes that are compared to tell what is near, and how many are told. */
const compared = 5_000;
const told = 5;

/** How many characters two codes begin with alike. */
function alike(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** How many characters of one stand in the other too. */
const shared = (one: string, other: string): number => [...one].filter((sign) => other.includes(sign)).length;

/** The codes nearest to one: that begin like it, then that hold the same characters, then the first. */
function nearest(text: string, all: readonly string[]): string[] {
  const wanted = text.toUpperCase();
  const ranked = all.map((code) => ({
    code,
    begins: alike(wanted, code.toUpperCase()),
    holds: shared(wanted, code.toUpperCase()) - Math.abs(code.length - text.length) / 10,
  }));
  ranked.sort(
    (one, other) => other.begins - one.begins || other.holds - one.holds || (one.code < other.code ? -1 : 1),
  );
  return ranked.slice(0, told).map(({ code }) => code);
}

/** What has a property, as a pattern with `n` for it, and in words. */
export function holding(of: Holder): { readonly pattern: string; readonly words: string } {
  if (of.is === "entity") return { pattern: `(n:${of.kind ?? "Entity"})`, words: of.kind ?? "entity" };
  const { type } = of;
  return type === undefined
    ? { pattern: "(:Entity)-[n]->()", words: "relation" }
    : { pattern: `(:Entity)-[n:${type}]->()`, words: `relation ${type}` };
}

/** What forms of codes there are that only their readers know otherwise. */
const forms: Readonly<Record<string, readonly [form: RegExp, told: string]>> = {
  creditCode: [
    /^[\dA-HJ-NP-RTUW-Y]{18}$/u,
    "is no unified social credit code: write its 18 digits and capital letters",
  ],
  adminCode: [/^\d{6}(?:\d{3}|\d{6})?$/u, "is no code of GB/T 2260: write its six digits, such as 320205"],
};

/** What is wrong with the form of a code; empty where nothing is. */
function wrongForm(property: string, text: string): string {
  const read = codeReaderOf(property)?.(text);
  const own = forms[property];
  const isOther = own !== undefined && !own[0].test(text.normalize("NFKC").trim().toUpperCase());
  const problem = read !== undefined && "problem" in read ? read.problem : isOther ? own[1] : undefined;
  return problem === undefined ? "" : ` ${JSON.stringify(text)} ${problem}.`;
}

/** How an unknown code is told. */
interface Telling {
  readonly near: readonly string[];
  /** What has the code otherwise. */
  readonly held: string;
  /** Whether it was asked for in a filter, which may ask for a part of it. */
  readonly isFilter: boolean;
}

function unknown(
  text: string,
  { of, property, begins, isName }: CodeSpec,
  { near, held, isFilter }: Telling,
): Error {
  const problem = `${wrongForm(property, text)}${held}`;
  const has = begins ? `whose ${property} begins with` : `with the ${property}`;
  const others =
    near.length === 0
      ? isName
        ? ""
        : `None here has any ${property}.`
      : `Near it: ${near.map((code) => JSON.stringify(code)).join(", ")}.`;
  const part =
    isFilter && !begins && codeReaderOf(property) === undefined && forms[property] === undefined
      ? `The whole of it is meant: for a part of it ask ${property}Contains.`
      : "";
  const message =
    `There is no ${holding(of).words} ${has} ${JSON.stringify(text)}.${problem} ${[others, part].filter((one) => one !== "").join(" ")}`.trimEnd();
  return new IndustryGraphError("UNKNOWN_NAME", message, { near: near.map((code) => ({ code })) });
}

/** The values of a property that are nearest to a text. */
export async function valuesNear(
  store: Pick<GraphStore, "read">,
  text: string,
  { of, property, several = false }: Pick<CodeSpec, "of" | "property" | "several">,
  read: ReadOptions,
): Promise<string[]> {
  const own = `n.${property}`;
  const each = several ? `UNWIND ${own} AS code RETURN DISTINCT code` : `RETURN DISTINCT ${own} AS code`;
  const all = await store.read(
    `// The codes that the data have.\nMATCH ${holding(of).pattern} WHERE ${own} IS NOT NULL ${each} ORDER BY code LIMIT $most`,
    { most: compared },
    read,
  );
  return nearest(
    text,
    all.map(({ code }) => String(code)),
  );
}

/** The error for a code that nothing has: what is wrong with it, what has it otherwise, and what is near. */
export async function unknownCode(
  store: Pick<GraphStore, "read">,
  text: string,
  spec: CodeSpec,
  read: ReadOptions,
  isFilter: boolean,
): Promise<Error> {
  const { of, property, several = false } = spec;
  const [near, held] = await Promise.all([
    valuesNear(store, String(asKept(property, text)), { of, property, several }, read),
    toldOfCode(store, text, read, property),
  ]);
  return unknown(text, spec, { near, held, isFilter });
}

/**
 * Finds the form in which a code is kept. The names in the statements are those of the ontology.
 * @throws IndustryGraphError UNKNOWN_NAME with the codes near it where the data have no such code
 */
export async function keptCode(
  store: Pick<GraphStore, "read">,
  text: string,
  spec: CodeSpec,
  read: ReadOptions,
  suggest: Suggest,
): Promise<string> {
  const { of, property, begins, several = false, isName = false } = spec;
  const { pattern } = holding(of);
  const own = `n.${property}`;
  const value = begins ? text.normalize("NFKC").trim().toUpperCase() : String(asKept(property, text));
  const holds = begins
    ? `${own} STARTS WITH $value OR substring(${own}, 1) STARTS WITH $value`
    : several
      ? `$value IN ${own}`
      : `${own} = $value`;
  const found = await store.read(
    `// Whether the data have a code.\nMATCH ${pattern} WHERE ${holds} RETURN ${own} AS code LIMIT 1`,
    { value },
    read,
  );
  if (found.length > 0) return value;
  if (!isName) throw await unknownCode(store, text, spec, read, true);
  const near = await suggest(
    { text, kinds: of.is === "entity" && of.kind !== undefined ? [of.kind] : [] },
    read,
  );
  throw unknown(text, spec, { near: near.map(({ name }) => name), held: "", isFilter: true });
}
