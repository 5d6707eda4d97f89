// Tokens by which names are found that are written a little wrong: how a name sounds, and how it would sound with any
// one of its syllables left out. Two names share one where a character is wrong, missing, too many or swapped.
import { shorterCores } from "./name-keys.ts";
import type { ParsedName } from "./parse-name.ts";
import { hasHan, otherReadings, syllables } from "./pinyin.ts";

/** Names of more units are found by their beginning and by the words in them. */
const mostUnits = 14;

/** A sound as a token: short, of letters and digits only, and seldom that of another sound. */
export function soundToken(sound: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < sound.length; index++)
    hash = Math.imul(hash ^ sound.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** What a core is made of as one hears it: syllables; of a Latin name the letters. */
export function unitsOf(core: string): readonly string[] {
  return hasHan(core) ? syllables(core) : core.length < 5 ? [core] : [...core];
}

function withOneLess(units: readonly string[]): string[] {
  if (units.length < 3) return [];
  // Numbers are never left out: without them all of a series sound alike.
  return units.flatMap((unit, left) =>
    /\d/.test(unit) ? [] : [units.filter((_unit, index) => index !== left).join("")],
  );
}

/** Adds the sound of a core, and of the core with any one unit less. */
function addSounds(sounds: Set<string>, units: readonly string[]): void {
  sounds.add(units.join(""));
  if (units.length <= mostUnits) for (const sound of withOneLess(units)) sounds.add(sound);
}

/** The sound of what begins a core, without reading it again where each character is a unit. */
function soundOf(shorter: string, core: string, units: readonly string[]): string {
  const slice = units.length === core.length ? units.slice(0, shorter.length) : syllables(shorter);
  return slice.join("");
}

/** How long a short name is that takes the beginning of a full one: the brand and two characters of the trade. */
const shortLength = (brand: string): number => (brand.length > 1 ? brand.length : 2) + 2;

/**
 * The tokens to index for the names given.
 * @param shortened whether names short for them are to be found that are themselves written a little wrong
 */
export function nearTokens(names: readonly ParsedName[], shortened = false): string {
  const sounds = new Set<string>();
  for (const { core: called, brand, normal } of names) {
    // What would name nothing without what may be left off is known by the whole of it.
    const core = called.length < 2 ? normal : called;
    if (core.length < 2) continue;
    const units = unitsOf(core);
    addSounds(sounds, units);
    if (!hasHan(core)) continue;
    for (const reading of otherReadings(core)) sounds.add(reading.join(""));
    const short = shortLength(brand);
    if (shortened && units.length > short) addSounds(sounds, units.slice(0, short));
    if (brand !== "" && brand.length < core.length)
      for (const shorter of shorterCores(core, brand.length)) sounds.add(soundOf(shorter, core, units));
  }
  return [...new Set([...sounds].map(soundToken))].join(" ");
}

/** How many units may stand before or after what is stored: a place or a legal form that is itself misspelt. */
const [mostBefore, mostAfter] = [3, 4];

/** How long the short names are that may be stored of a full one. */
const shortLengths = [3, 4, 5];

/** Sounds of what stands within a core, as long as short names are: 同花顺 in 核新同花顺. */
function addWithin(sounds: Set<string>, units: readonly string[]): void {
  for (const size of [3, 4])
    for (let at = 1; at + size <= Math.min(units.length, mostUnits); at++)
      sounds.add(units.slice(at, at + size).join(""));
}

/**
 * The tokens under which what is asked for may be indexed.
 * @param shortened whether what is stored may be short for it, though it is written a little wrong
 */
export function askedTokens(names: readonly ParsedName[], shortened = false): string[] {
  const sounds = new Set<string>();
  for (const { core, brand, normal } of names) {
    for (const text of new Set([core, normal])) {
      if (text.length < 2) continue;
      const units = unitsOf(text);
      addSounds(sounds, units);
      if (!hasHan(text)) continue;
      if (text === core) {
        addWithin(sounds, units);
        for (const size of shortened ? shortLengths : [])
          if (units.length > size) addSounds(sounds, units.slice(0, size));
      }
      for (let before = 1; before <= mostBefore && units.length - before >= 3; before++)
        sounds.add(units.slice(before).join(""));
      for (let after = 1; after <= mostAfter && units.length - after >= 3; after++)
        sounds.add(units.slice(0, -after).join(""));
    }
    if (brand !== "")
      for (const shorter of shorterCores(core, brand.length)) sounds.add(syllables(shorter).join(""));
  }
  return [...new Set([...sounds].map(soundToken))];
}
