// Codes and words that filters ask for: each in the form in which it is kept, or an error that tells those near it.
import { IndustryGraphError } from "../errors.ts";
import type { Suggest } from "../names/resolve.ts";
import { asKept, codeReaderOf } from "../ontology/codes.ts";
import type { CodeSpec, Holder } from "../plan/codes.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";

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
function holding(of: Holder): { readonly pattern: string; readonly words: string } {
  if (of.is === "entity") return { pattern: `(n:${of.kind ?? "Entity"})`, words: of.kind ?? "entity" };
  const { type } = of;
  return type === undefined
    ? { pattern: "(:Entity)-[n]->()", words: "relation" }
    : { pattern: `(:Entity)-[n:${type}]->()`, words: `relation ${type}` };
}

function unknown(text: string, { of, property, begins, isName }: CodeSpec, near: readonly string[]): Error {
  const read = codeReaderOf(property)?.(text);
  const problem = read !== undefined && "problem" in read ? ` ${JSON.stringify(text)} ${read.problem}.` : "";
  const has = begins ? `whose ${property} begins with` : `with the ${property}`;
  const others =
    near.length === 0
      ? isName
        ? ""
        : `None here has any ${property}.`
      : `Near it: ${near.map((code) => JSON.stringify(code)).join(", ")}.`;
  const part =
    !begins && codeReaderOf(property) === undefined
      ? `The whole of it is meant: for a part of it ask ${property}Contains.`
      : "";
  const message =
    `There is no ${holding(of).words} ${has} ${JSON.stringify(text)}.${problem} ${[others, part].filter((one) => one !== "").join(" ")}`.trimEnd();
  return new IndustryGraphError("UNKNOWN_NAME", message, { near: near.map((code) => ({ code })) });
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
  if (isName)
    throw unknown(
      text,
      spec,
      (
        await suggest({ text, kinds: of.is === "entity" && of.kind !== undefined ? [of.kind] : [] }, read)
      ).map(({ name }) => name),
    );
  const each = several ? `UNWIND ${own} AS code RETURN DISTINCT code` : `RETURN DISTINCT ${own} AS code`;
  const all = await store.read(
    `// The codes that the data have.\nMATCH ${pattern} WHERE ${own} IS NOT NULL ${each} ORDER BY code LIMIT $most`,
    { most: compared },
    read,
  );
  throw unknown(
    text,
    spec,
    nearest(
      value,
      all.map(({ code }) => String(code)),
    ),
  );
}
