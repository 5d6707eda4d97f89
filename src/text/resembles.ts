// Whether a text is a name written a little wrong, or short for one: by its sound, its characters, or what it picks out.
import { abbreviates, standsWithin } from "./abbreviation.ts";
import type { AskedText } from "./asked-text.ts";
import { isShortOf, type NameDifference } from "./compare-names.ts";
import { edits } from "./edits.ts";
import { placedCore, shorterCores } from "./name-keys.ts";
import { unitsOf } from "./near.ts";
import { numbersIn } from "./normalise.ts";
import type { ParsedName } from "./parse-name.ts";
import { hasHan, otherReadings } from "./pinyin.ts";
import { placesAgree } from "./places.ts";

export interface Resemblance {
  readonly score: number;
  readonly reason: "SOUND" | "SPELLING" | "ABBREVIATION";
  readonly differences: readonly NameDifference[];
}

/** Scores before what speaks against it is taken off. */
const scores = {
  sound: 0.68,
  partOfSound: 0.62,
  oneEdit: 0.64,
  twoEdits: 0.56,
  shortSound: 0.54,
  shortEdit: 0.5,
} as const;

/** What speaks against two names being one though they look alike. */
function doubts(asked: ParsedName, stored: ParsedName): number {
  const [own, its] = [asked.places, stored.places].map((places) => places.filter(({ level }) => level > 0));
  const apart =
    own !== undefined && its !== undefined && own.length > 0 && its.length > 0
      ? !own.some((one) => its.some((other) => placesAgree(one, other)))
      : false;
  return (
    (apart ? 0.05 : 0) +
    (asked.branch === stored.branch ? 0 : 0.04) +
    (asked.form === stored.form || asked.form === "" ? 0 : 0.004) +
    (asked.group === stored.group || asked.form === "" ? 0 : 0.006)
  );
}

/** How a text sounds, and how else it may be read. */
interface Heard {
  readonly sound: string;
  readonly otherwise: ReadonlySet<string>;
}

/** What was heard lately: a name is compared with a hundred others, one after the other. */
const heardLately = new Map<string, Heard>();
const keptLately = 4_096;

function heard(text: string): Heard {
  const known = heardLately.get(text);
  if (known !== undefined) return known;
  const own: Heard = {
    sound: unitsOf(text).join(""),
    otherwise: new Set(otherReadings(text).map((reading) => reading.join(""))),
  };
  if (heardLately.size >= keptLately) heardLately.clear();
  heardLately.set(text, own);
  return own;
}

function soundsAlike(one: string, other: string): boolean {
  const [own, its] = [heard(one), heard(other)];
  return own.sound === its.sound || own.otherwise.has(its.sound) || its.otherwise.has(own.sound);
}

/** The least changes between two cores, by characters or by syllables; of short ones only few are no other name. */
function coreEdits(one: string, other: string): number {
  const most = Math.min(one.length, other.length) >= 6 ? 2 : 1;
  if (Math.min(one.length, other.length) < 3 && Math.max(one.length, other.length) < 3) return 9;
  const characters = edits(one, other, most);
  if (characters <= 1) return characters;
  const sounds = edits(unitsOf(one), unitsOf(other), most);
  return Math.min(characters, sounds) > most ? 9 : Math.min(characters, sounds);
}

function misspelt(asked: ParsedName, stored: ParsedName): Resemblance | undefined {
  const whole = asked.normal.length >= 4 ? edits(asked.normal, stored.normal, 2) : 9;
  // The nearer the whole as it stands, the likelier: places and legal forms are part of what was typed.
  const bonus = whole === 1 ? 0.01 : 0;
  const minus = doubts(asked, stored);
  const [own, its] = [asked.core, stored.core];
  if (own.length > 1 && its.length > 1) {
    if (soundsAlike(own, its) || soundsAlike(placedCore(asked), its))
      return { score: scores.sound + bonus - minus, reason: "SOUND", differences: [] };
    const least = coreEdits(own, its);
    if (least === 1) return { score: scores.oneEdit + bonus - minus, reason: "SPELLING", differences: [] };
    if (whole > 1 && least === 2)
      return { score: scores.twoEdits - minus, reason: "SPELLING", differences: [] };
  }
  if ((own === "" || its === "") && soundsAlike(asked.normal, stored.normal))
    return { score: scores.sound - minus, reason: "SOUND", differences: [] };
  if (whole === 1 && asked.normal.length > 4)
    return { score: scores.oneEdit - minus, reason: "SPELLING", differences: [] };
  if (whole === 2 && asked.normal.length > 8)
    return { score: scores.twoEdits - minus, reason: "SPELLING", differences: [] };
  return undefined;
}

/** A short name that sounds alike, of one that is stored in full, or the reverse. */
function soundsShort(asked: ParsedName, stored: ParsedName): Resemblance | undefined {
  const [own, its] = [asked.core, stored.core];
  if (own.length < 2 || its.length < 2 || own.length === its.length) return undefined;
  const [short, long] = own.length < its.length ? [own, stored] : [its, asked];
  if (long.brand === "" || short.length < long.brand.length) return undefined;
  const alike = shorterCores(long.core, long.brand.length).some(
    (core) => core.length === short.length && soundsAlike(core, short),
  );
  const score = scores.partOfSound - doubts(asked, stored);
  return alike ? { score, reason: "SOUND", differences: ["TRADE"] } : undefined;
}

/** A short name written a little wrong, of one that is stored in full, or the reverse: as the beginning of the long one. */
function misspeltShort(asked: ParsedName, stored: ParsedName): Resemblance | undefined {
  const [own, its] = [asked.core, stored.core];
  const [short, long] = own.length < its.length ? [own, its] : [its, own];
  if (short.length < 3 || short.length === long.length || !hasHan(short)) return undefined;
  const minus = doubts(asked, stored);
  if (soundsAlike(short, long.slice(0, short.length)))
    return { score: scores.shortSound - minus, reason: "SOUND", differences: ["TRADE"] };
  // One too many or missing shifts where the beginning ends.
  const near = [0, -1, 1].some((shift) => coreEdits(short, long.slice(0, short.length + shift)) <= 1);
  return near ? { score: scores.shortEdit - minus, reason: "SPELLING", differences: ["TRADE"] } : undefined;
}

/** How a text resembles a name that it is not; undefined where it does not. */
export function resembles(asked: AskedText, kind: string, stored: ParsedName): Resemblance | undefined {
  const own = asked.parts(kind);
  if (numbersIn(own.normal) !== numbersIn(stored.normal)) return undefined;
  const wrong = misspelt(own, stored) ?? soundsShort(own, stored);
  if (wrong !== undefined) return wrong;
  // Whoever asks for more than the title of a measure or certification asks for something else, more likely.
  const more = kind === "Enterprise" ? 0 : 0.15;
  const short = Math.max(
    abbreviates(own, stored),
    abbreviates(stored, own) - more,
    standsWithin(own, stored),
    standsWithin(stored, own),
  );
  if (short > 0) return { score: short, reason: "ABBREVIATION", differences: [] };
  return kind === "Enterprise" ? misspeltShort(own, stored) : undefined;
}

const places = ({ places: all }: ParsedName) => all.filter(({ level }) => level > 0);

/** Whether a change of one character makes another name of it, rather than the same one written wrong. */
export function isOtherName(one: ParsedName, other: ParsedName): boolean {
  const [own, its] = [places(one), places(other)];
  if (own.length > 0 && its.length > 0 && !own.some((a) => its.some((b) => placesAgree(a, b)))) return true;
  // Words of trades: 甲乙电子 and 甲乙电气 are two.
  if (one.brand === other.brand) return one.trade !== other.trade && one.trade !== "" && other.trade !== "";
  // A brand of two characters with another one is another brand: 恒力机械 and 恒泰机械. Two swapped are a slip.
  const swapped = [...one.brand].sort().join("") === [...other.brand].sort().join("");
  return one.brand.length === other.brand.length && one.brand.length < 3 && !swapped;
}

/** The fewest characters of a whole name in which one may be wrong without another name being as likely. */
const leastWhole = 6;

/** Whether two whole names are one written with a slip somewhere, the place and the legal form being parts of it. */
export function slipBetween(one: ParsedName, other: ParsedName): "SOUND" | "SPELLING" | undefined {
  if (one.branch !== other.branch || numbersIn(one.normal) !== numbersIn(other.normal)) return undefined;
  if (Math.min(one.normal.length, other.normal.length) >= leastWhole) {
    if (one.normal.length === other.normal.length && soundsAlike(one.normal, other.normal)) return "SOUND";
    if (edits(one.normal, other.normal, 1) === 1 && !isOtherName(one, other)) return "SPELLING";
  }
  // Of two names that are both whole neither is short for the other.
  if (
    Math.min(one.core.length, other.core.length) < 3 ||
    [one, other].every(({ form }) => /有限/u.test(form))
  )
    return undefined;
  return soundsShort(one, other) === undefined ? undefined : "SOUND";
}

/**
 * How the cores of two names of enterprises relate: the same, one short for the other, sounding alike, or a character
 * apart. Places, legal forms and branches are not looked at.
 */
export function likenessOf(
  one: ParsedName,
  other: ParsedName,
): "CORE" | "SHORT_NAME" | "SOUND" | "SPELLING" | undefined {
  const [own, its] = [one.core, other.core];
  if (own.length < 2 || its.length < 2) return undefined;
  if (own === its || placedCore(one) === its || own === placedCore(other)) return "CORE";
  if (isShortOf(one, other) || isShortOf(other, one)) return "SHORT_NAME";
  if (numbersIn(own) !== numbersIn(its)) return undefined;
  if (soundsAlike(own, its)) return "SOUND";
  // Another trade, written out, is no slip of the pen: 甲乙电子 and 甲乙电气.
  if (one.brand === other.brand) return undefined;
  if (one.trade !== other.trade && one.trade !== "" && other.trade !== "") return undefined;
  return Math.min(own.length, its.length) > 3 && edits(own, its, 1) === 1 ? "SPELLING" : undefined;
}
