// Numbers in Chinese numerals, as contracts and lists of offices have them: 五百万, 壹仟贰佰万元整, 百分之三点五.

const ofDigits: Readonly<Record<string, number>> = Object.fromEntries(
  ["零〇○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((some, value) =>
    [...some].map((numeral) => [numeral, value] as const),
  ),
);
const ofTens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };

const numeral = Object.keys(ofDigits).join("");
const small = `[${numeral}${Object.keys(ofTens).join("")}]`;
const number = new RegExp(
  `(百分之)?(?:(${small}+)亿)?(?:(${small}+)万)?(${small}*)(?:点([${numeral}]+))?([亿万]?)`,
  "u",
);

/** A number below 万: 二千三百; 二〇二四 digit by digit. */
function belowTenThousand(text: string): number {
  if (![...text].some((one) => one in ofTens))
    return Number([...text].map((one) => ofDigits[one] ?? 0).join(""));
  let [sum, digit] = [0, 0];
  for (const one of text) {
    const ten = ofTens[one];
    if (ten === undefined) digit = ofDigits[one] ?? 0;
    else [sum, digit] = [sum + (digit === 0 ? 1 : digit) * ten, 0];
  }
  return sum + digit;
}

const size = (text: string | undefined): number => (text === undefined ? 0 : belowTenThousand(text));

/**
 * A text that has no digits with its number in digits: 五百万 is 500万, so that it counts in what the heading does, 一亿二千万
 * is 12000万, 百分之八 is 8%.
 */
export function inDigits(text: string): string {
  if (/\d/.test(text)) return text;
  const start = text.search(new RegExp(`百分之${small}|${small}`, "u"));
  if (start === -1) return text;
  const found = number.exec(text.slice(start));
  if (found === null) return text;
  const [all, percent, hundredMillions, tenThousands, ones = "", decimals, multiple = ""] = found;
  const rest = text.slice(start + all.length);
  const put = (digits: string, behind: string): string =>
    `${text.slice(0, start)}${digits}${behind}${percent === undefined ? "" : "%"}${rest}`;
  if (decimals !== undefined)
    return put(`${size(ones)}.${[...decimals].map((one) => ofDigits[one] ?? 0).join("")}`, multiple);
  const both = size(hundredMillions) * 10_000 + size(tenThousands);
  if (ones !== "") return put(String(both * 10_000 + size(ones)), multiple);
  return tenThousands === undefined ? put(String(size(hundredMillions)), "亿") : put(String(both), "万");
}
