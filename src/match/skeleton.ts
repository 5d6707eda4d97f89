// Brands that were written in Chinese by their sound, or whose Chinese was written in another spelling: Bosch and 博世,
// Best and 贝斯特. Compared by their consonants in classes, since vowels and the fillers between consonants differ.
import { hasHan, syllables } from "../text/pinyin.ts";

const classes: readonly (readonly [RegExp, string])[] = [
  [/(?:sch|tch|tsch|zh|ch|sh|x|j|z|s|ce|ci|q)/y, "S"],
  [/[bp]/y, "P"],
  [/[dt]/y, "T"],
  [/(?:ck|[ckgh])/y, "K"],
  [/[fvw]/y, "F"],
  [/[lr]/y, "L"],
  [/m/y, "M"],
  [/n/y, "N"],
];

/** The classes of the consonants of a word, each once where it is doubled: autowell is TFL. */
function consonants(word: string): string {
  let [found, at, before] = ["", 0, ""];
  while (at < word.length) {
    let [length, name] = [1, ""];
    for (const [pattern, own] of classes) {
      pattern.lastIndex = at;
      const match = pattern.exec(word)?.[0];
      if (match === undefined) continue;
      [length, name] = [match.length, own];
      break;
    }
    if (name !== before) found += name;
    [before, at] = [name, at + length];
  }
  return found;
}

/** A syllable of pinyin. */
const syllable =
  "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|(?<=[nl])v))";
const allPinyin = new RegExp(`^${syllable}+$`);

/** Whether a word in Latin letters can be read as pinyin: then it says which Chinese syllables it stands for. */
export const isPinyin = (word: string): boolean => allPinyin.test(word);

/** Sounds that people who write pinyin mix up: sh and s, ng and n. */
export const plainSound = (letters: string): string =>
  letters.replace(/([zcs])h/g, "$1").replace(/ng(?![aeiou])/g, "n");

/** How a text is read, in plain sounds. */
export const sound = (text: string): string => plainSound(syllables(text).join(""));

/** The skeleton of a Chinese brand; undefined where it has too few consonants to tell anything. */
export function hanSkeleton(brand: string): string | undefined {
  if (brand.length < 2 || brand.length > 5 || !hasHan(brand)) return undefined;
  // The end of a syllable in n or ng stands for no consonant as often as not.
  const found = syllables(brand)
    .map((one) => consonants(one.replace(/(?<=[aeiouv])(?:ng|n)$/, "")))
    .join("");
  return found.length < 2 ? undefined : found;
}

/** The skeletons that a word in Latin letters may have in Chinese; none for pinyin, or too few consonants. */
export function latinSkeletons(word: string): string[] {
  if (word.length < 4 || isPinyin(word)) return [];
  const whole = consonants(word);
  // What ends a word is left off in Chinese as often as not, and so is n before another consonant.
  const fewer = [whole, whole.replace(/N(?=.)/g, ""), whole.replace(/L(?=.)/g, "")];
  const forms = new Set(fewer.flatMap((form) => [form, form.slice(0, -1)]));
  return [...forms].filter((form) => form.length > 1);
}

/** Whether a word can be how a Chinese brand is written by its sound. */
export function soundsAsBrand(word: string, brand: string): boolean {
  const own = hanSkeleton(brand);
  if (own === undefined || !latinSkeletons(word).includes(own)) return false;
  // Who begins with a vowel does so in both: 奥特维, 埃斯顿.
  const [vowel, its] = [/^[aeiou]/.test(word), /^[aeo]/.test(syllables(brand)[0] ?? "")];
  return vowel === its;
}

/** The class of the sound that a word or a Chinese brand begins with; vowels are one. */
export function firstSound(text: string): string {
  const read = hasHan(text) ? (syllables(text)[0] ?? "") : text;
  return /^[aeiou]/.test(read) ? "A" : consonants(read).slice(0, 1);
}
