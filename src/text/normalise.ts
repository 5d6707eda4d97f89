// Brings names into one form, so that script, width, case and punctuation do not tell two apart.
import { Converter } from "opencc-js/t2cn";

const toSimplified = Converter({ from: "t", to: "cn" });

/** Traditional Chinese script as simplified; everything else stays. */
export function simplify(text: string): string {
  return toSimplified(text);
}

/**
 * The form in which names are compared: compatibility forms unified (full width to half), simplified script,
 * lower case, nothing but letters and digits. Empty where a text has neither.
 */
export function normaliseName(text: string): string {
  return simplify(text.normalize("NFKC"))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The key under which a name is looked up exactly. */
export const nameKey = normaliseName;

/** Whether a character is Chinese. */
export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x7f && /\p{Script=Han}/u.test(character));
}
