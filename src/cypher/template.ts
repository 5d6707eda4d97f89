// Expressions written as templates: cy`${node}.id = ${wanted}`. Text comes from this project's own code; what comes
// from elsewhere is a variable, a parameter, or a name that is checked.
import {
  type Expression,
  expression,
  type Parameter,
  type Piece,
  type Query,
  type Variable,
} from "./tree.ts";

type Inserted = Expression | Variable | Parameter | Query | Name | number;

/** A label, a relation type or a property: a name of the ontology. */
export interface Name {
  readonly is: "name";
  readonly text: string;
}

/** A name for a template. @throws Error where it is more than a word */
export function name(text: string): Name {
  if (!/^[A-Za-z_]\w*$/.test(text)) throw new Error(`${JSON.stringify(text)} is no name`);
  return { is: "name", text };
}

/** Names of which any holds, as in a pattern of several relation types. */
export function anyOf(texts: readonly string[]): Name {
  return { is: "name", text: texts.map((text) => name(text).text).join("|") };
}

/** A list of names as strings, to compare labels or types with. */
export const quoted = (texts: readonly string[]): Expression =>
  expression([`[${texts.map((text) => `'${name(text).text}'`).join(", ")}]`]);

const opens = /(?:\[|\b(?:any|all|none|single)\()\s*$/;

/** Which insertions of a template are variables that the expression binds for itself. */
function localSlots(strings: readonly string[]): readonly number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < strings.length - 1; slot++) {
    const before = strings[slot] ?? "";
    const after = strings[slot + 1] ?? "";
    const folded = strings
      .slice(0, slot + 1)
      .join("")
      .includes("reduce(");
    if (/^\s+IN\b/.test(after) && (opens.test(before) || (folded && /,\s*$/.test(before)))) slots.push(slot);
    if (/^\s*=/.test(after) && /\breduce\(\s*$/.test(before)) slots.push(slot);
  }
  return slots;
}

const known = new WeakMap<TemplateStringsArray, readonly number[]>();

/** Builds an expression out of text and what is inserted. */
export function cy(strings: TemplateStringsArray, ...inserted: readonly Inserted[]): Expression {
  let slots = known.get(strings);
  if (slots === undefined) {
    slots = localSlots(strings);
    known.set(strings, slots);
  }
  const pieces: Piece[] = [];
  const locals: Variable[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (typeof piece !== "string" || typeof last !== "string") pieces.push(piece);
    else pieces[pieces.length - 1] = last + piece;
  };
  for (const [slot, text] of strings.entries()) {
    if (text !== "") add(text);
    const one = inserted[slot];
    if (one === undefined) continue;
    if (typeof one === "number") add(wholeNumber(one));
    else if (one.is === "name") add(one.text);
    else if (one.is === "expression") {
      for (const piece of one.pieces) add(piece);
      locals.push(...one.locals);
    } else {
      add(one);
      if (one.is === "variable" && slots.includes(slot)) locals.push(one);
    }
  }
  return expression(pieces, locals);
}

function wholeNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number`);
  return String(value);
}

/** Expressions with a text between any two. */
export function joined(expressions: readonly Expression[], between: string): Expression {
  const pieces = expressions.flatMap((one, index) => [...(index === 0 ? [] : [between]), ...one.pieces]);
  return expression(
    pieces,
    expressions.flatMap((one) => one.locals),
  );
}

/** A property of what a variable holds. */
export const propertyOf = (holder: Variable, property: string): Expression => cy`${holder}.${name(property)}`;
