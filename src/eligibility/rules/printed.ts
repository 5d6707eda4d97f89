// Prints a question file: long lines are broken where a reader would break them. White space means nothing in Cypher
// outside of strings, so a break changes no question.

/** Columns that a line has at the most where it can be broken. */
const widest = 120;

/** Words before which a line is broken, the best first: a branch, a clause of its own, a part of a condition. */
const breaks: readonly RegExp[] = [/^ (?=WHEN |ELSE )/, /^ (?=AND |OR )/, /^ (?=THEN |IN |\| )/];

/** How deep in brackets each place of a text is, from where it begins; undefined within strings. */
function depths(text: string): (number | undefined)[] {
  let depth = 0;
  let quote = "";
  return [...Array(text.length).keys()].map((at) => {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === quote && text[at - 1] !== "\\") quote = "";
      return undefined;
    }
    if (character === "'" || character === '"' || character === "`") {
      quote = character;
      return undefined;
    }
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    return depth;
  });
}

/** The place to break a line at: the least deep of those that leave a first part that fits, the last of them. */
function placeIn(line: string, from: number): number | undefined {
  const deep = depths(line);
  let best: { readonly at: number; readonly cost: number } | undefined;
  for (let at = from + 1; at < Math.min(line.length - 1, widest); at++) {
    const depth = deep[at];
    if (depth === undefined || line[at] !== " ") continue;
    const rest = line.slice(at);
    const kind = breaks.findIndex((pattern) => pattern.test(rest));
    const afterComma = line[at - 1] === "," ? breaks.length : -1;
    if (kind < 0 && afterComma < 0) continue;
    const cost = 10 * depth + (kind < 0 ? afterComma : kind);
    if (best === undefined || cost <= best.cost) best = { at, cost };
  }
  return best?.at;
}

/** A line in pieces that fit, those after the first further in. */
function broken(line: string): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  // Comments and the lines that set parameters stand as they are.
  if (/^\s*(?:\/\/|:param )/.test(line)) return [line];
  const pieces: string[] = [];
  for (let rest = line; ; ) {
    const at = rest.length > widest ? placeIn(rest, indent.length + 8) : undefined;
    if (at === undefined) return [...pieces, rest];
    pieces.push(rest.slice(0, at));
    rest = `${indent}  ${rest.slice(at + 1)}`;
  }
}

/** The text of a file of these lines, each of which may hold several. */
export function printed(lines: readonly string[]): string {
  return lines.join("\n").split("\n").flatMap(broken).join("\n");
}
