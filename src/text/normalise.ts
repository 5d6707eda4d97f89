// Brings names into one form, so that script, width, case, accents and punctuation do not tell two apart.
import { Converter } from "opencc-js/t2cn";

// Traditional script with the variants of Hong Kong: what is written elsewhere is among it, as 衞 beside 衛 is not the
// other way round.
const toSimplified = Converter({ from: "hk", to: "cn" });

/** Traditional Chinese script as simplified; everything else stays. */
export function simplify(text: string): string {
  return toSimplified(text);
}

const accented = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const specialLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
};

/** Latin letters without their accents, as they are typed where a keyboard has none: Société is Societe. */
export function withoutAccents(text: string): string {
  if (!accented.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]+/g, "")
    .replace(/[ßæœøđł]/gi, (letter) => specialLetters[letter.toLowerCase()] ?? letter)
    .normalize("NFC");
}

/** Compatibility forms unified (full width to half), simplified script, lower case, no accents; punctuation stays. */
export function foldText(text: string): string {
  return withoutAccents(simplify(text.normalize("NFKC"))).toLowerCase();
}

/** Most names are nothing but these: to see that takes a tenth of what leaving out takes. */
const plain = /^[a-z0-9\u4e00-\u9fff]*$/;

/** Folded text as nothing but letters and digits. */
export function lettersOnly(folded: string): string {
  return plain.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * The form in which names are compared: folded, and nothing but letters and digits. Empty where a text has neither.
 */
export function normaliseName(text: string): string {
  return lettersOnly(foldText(text));
}

/** The key under which a name is looked up exactly. */
export const nameKey = normaliseName;

/** Whether a character is Chinese. */
export function isHan(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code > 0x7f && /\p{Script=Han}/u.test(character));
}

/** The numbers in a text in normal form, in their order: names that differ in one are two, whatever else is alike. */
export function numbersIn(normal: string): string {
  return (normal.match(/\d+|第[一二三四五六七八九十百]+/gu) ?? []).join(" ");
}
