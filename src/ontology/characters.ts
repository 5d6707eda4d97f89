// What may stand in texts and in names: characters that cannot be seen, or that show that a file was read in the wrong
// encoding, are refused with what they are and where. Pure; knows no rows.

/** Characters that nothing may hold; a text of several lines has line breaks and tabs, a name has none. */
const control = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";
/** What takes no place on a page: two names that look alike would be two. */
const invisible =
  "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb";
/** What a wrong encoding leaves: the sign for "no character", and what GBK makes of it and of empty memory. */
const garbled = "\\ufffd|锟斤拷|烫烫烫|屯屯屯";

const wrongInTexts = new RegExp(`${garbled}|[${control}]`);
const wrongInNames = new RegExp(`${garbled}|[${control}${invisible}\\t\\n\\r]`);
const signOfEncoding = new RegExp(`^(?:${garbled})$`);

const named: Readonly<Record<string, string>> = {
  "\u0000": "NUL",
  "\u0009": "a tab",
  "\u000a": "a line break",
  "\u000d": "a line break",
  "\u001b": "ESC, which terminals obey",
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero-width space",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u2060": "a word joiner",
  "\ufeff": "a byte order mark",
};

function shown(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${code} (${named[character] ?? "it cannot be seen"})`;
}

/** Where in a text, in words: behind the characters before it. */
function place(text: string, at: number): string {
  if (at === 0) return "at the beginning";
  const before = text.slice(0, at).replace(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, "");
  return `at character ${[...text.slice(0, at)].length + 1}${before === "" ? "" : `, behind ${JSON.stringify(before.slice(-12))}`}`;
}

function found(text: string, wrong: RegExp): string | undefined {
  const match = wrong.exec(text);
  if (match === null) return undefined;
  const [what] = match;
  if (!signOfEncoding.test(what)) return `has ${shown(what)} ${place(text, match.index)}: delete it`;
  const sign = what === "\ufffd" ? "U+FFFD (\ufffd)" : what;
  return `has ${sign} ${place(text, match.index)}, the sign of a text read in the wrong encoding: take the file it came from, and save it as UTF-8`;
}

/** What is wrong with a text, or undefined. */
export function textProblem(text: string): string | undefined {
  return found(text, wrongInTexts);
}

/** How many characters a name or key has at most: engines index no more. */
export const longestName = 500;

/** What is wrong with a name, an alias or a key, or undefined. */
export function nameProblem(text: string): string | undefined {
  if (text.length > longestName)
    return `has ${text.length} characters: a name has ${longestName} at most; is a quote or a line break missing?`;
  const wrong = found(text, wrongInNames);
  if (wrong !== undefined) return wrong;
  return /[\p{L}\p{N}\p{S}]/u.test(text)
    ? undefined
    : `${JSON.stringify(text)} has no letter and no digit: write the name`;
}
