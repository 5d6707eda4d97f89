// Names written in Latin letters against Chinese ones: pinyin and English words (Wuxi Hongyuan Machinery Co., Ltd.), or
// the initials of a brand (BYD). Never more than a person is to say.
import { withoutLatinForms } from "../text/name-words.ts";
import { foldText } from "../text/normalise.ts";
import type { ParsedName } from "../text/parse-name.ts";
import { hasHan, initials, syllables } from "../text/pinyin.ts";

/** English words of trades with what they stand for in Chinese names. */
const english: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ["technology technologies tech technical", /科技|技术/u],
      ["electric electrical", /电气|电器|电/u],
      ["electronic electronics", /电子/u],
      [
        "microelectronics semiconductor semiconductors chip chips integrated circuit",
        /半导体|微|芯|集成电路/u,
      ],
      ["hydraulic hydraulics", /液压/u],
      ["machinery machine mechanical machines", /机/u],
      ["precision", /精/u],
      [
        "equipment equipments appliance appliances device devices instrument instruments",
        /设备|装备|器|仪|机/u,
      ],
      ["intelligent intelligence smart", /智能|智慧/u],
      ["automation automatic robot robotics", /自动|机器人/u],
      ["auto automobile automotive motor motors vehicle vehicles parts components", /车|汽|机|部件/u],
      ["energy power photovoltaic solar battery", /能|电|光伏|动力/u],
      ["new advanced", /新|先进|高/u],
      ["material materials alloy metal metals steel", /材|金|钢|铁|铝|铜/u],
      ["chemical chemicals chemistry", /化/u],
      [
        "pharmaceutical pharmaceuticals pharma medicine medical biotech bio biological biotechnology",
        /药|医|生物/u,
      ],
      ["textile textiles garment garments fiber fibre", /纺|服|纤|化/u],
      ["environmental environment protection", /环/u],
      ["food foods beverage dairy", /食|饮|乳/u],
      ["software information network digital data internet", /软件|信息|网|数/u],
      ["communication communications telecom", /通/u],
      ["optical optoelectronics photoelectric photonics laser", /光/u],
      ["heavy industry industries industrial", /工|实业/u],
      ["manufacturing", /制造|机|厂/u],
      ["cable cables wire", /缆|线/u],
      ["logistics express", /物流|速|快/u],
      ["construction engineering building", /建|工程/u],
      ["investment capital holding holdings", /投资|控股|资本/u],
      ["trade trading import export", /贸|商|进出口/u],
      ["bank", /银行/u],
      ["paper packaging printing", /纸|包装|印/u],
      ["mold mould die tool tools", /模|具/u],
      ["bearing bearings", /轴承/u],
      ["valve valves pump pumps", /阀|泵/u],
    ] as const
  ).flatMap(([words, pattern]) => words.split(" ").map((word) => [word, pattern] as const)),
);

/** Words that say nothing of whose name it is. */
const empty = new Set("and of the group china company co ltd limited inc corp corporation".split(" "));

/** The words of a name that has no Chinese character, without legal forms; none of a name that has one. */
export function latinWords(name: string): string[] {
  if (hasHan(name)) return [];
  const words = withoutLatinForms(foldText(name))
    .split(/[^a-z]+/u)
    .filter((word) => word !== "");
  return words.filter((word) => !empty.has(word));
}

const sound = (text: string): string => syllables(text).join("");

/** What a Chinese name may begin with in Latin letters: its brand in pinyin, or the initials of that. */
export function romanBrands({ brand, trade, places }: ParsedName): string[] {
  // What has no brand is called by its place: 徐州工程机械集团.
  if (brand === "" && trade !== "") return places.slice(0, 1).map(({ stem }) => sound(stem));
  if (brand.length < 2 || !hasHan(brand)) return [];
  const letters = initials(brand);
  return [sound(brand), ...(letters.length > 2 ? [letters] : [])];
}

/** How many words a brand is written in at the most: hong yuan, bi ya di. */
const mostWords = 4;

/** What the brand of a Latin name may be: its first words as one, with and without a place before them. */
export function latinBrands(words: readonly string[]): string[] {
  const found = new Set<string>();
  for (const from of [0, 1, 2])
    for (let to = from + 1; to <= Math.min(words.length, from + mostWords); to++) {
      const written = words.slice(from, to).join("");
      if (written.length > 2) found.add(written);
    }
  return [...found];
}

/** The words after those that are together one of the texts; undefined where they do not begin so. */
function after(words: readonly string[], texts: readonly string[]): readonly string[] | undefined {
  for (let to = Math.min(words.length, mostWords); to > 0; to--)
    if (texts.includes(words.slice(0, to).join(""))) return words.slice(to);
  return undefined;
}

/** Whether what follows the brand can be the trade: in pinyin, in English, or words that nobody can tell. */
function tellsTrade(words: readonly string[], { normal, trade }: ParsedName): boolean {
  const written = words.join("");
  if (written === "" || sound(trade).startsWith(written)) return true;
  return words.every((word) => {
    const pattern = english.get(word);
    return pattern === undefined
      ? normal.includes(word) || sound(normal).includes(word)
      : pattern.test(normal);
  });
}

/** Whether a name in Latin letters may be that of a Chinese name. */
export function isRomanised(words: readonly string[], han: ParsedName): boolean {
  const places = han.places.map(({ stem }) => sound(stem));
  const rest = (some: readonly string[]): readonly string[] => {
    const without = after(some, places);
    return without === undefined ? some : rest(without);
  };
  const brands = romanBrands(han).filter((brand) => brand.length > 2);
  const left = after(han.brand === "" ? words : rest(words), brands);
  if (left === undefined || (han.brand === "" && left.length === 0)) return false;
  return tellsTrade(
    left.filter((word) => !places.includes(word)),
    han,
  );
}
