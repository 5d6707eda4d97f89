// Short names: what people call an enterprise, found by leaving out the region it is of and its legal form.
import { normaliseName } from "./normalise.ts";

const legalForms =
  /(?:股份有限公司|有限责任公司|集团有限公司|控股集团|有限公司|股份公司|集团公司|总公司|公司|集团)$/u;
const regions =
  /^(?:中国|江苏省?|无锡市?|苏州市?|扬州市?|南京市?|常州市?|上海市?|北京市?|浙江省?|杭州市?|广东省?|深圳市?|[\p{Script=Han}]{2,3}(?:省|市|区|县))(?=[\p{Script=Han}a-z0-9]{2,})/u;

/** A normalised name without its legal form: 某某科技有限公司 and 某某科技股份有限公司 are asked for alike. */
export function withoutForms(name: string): string {
  let rest = name;
  for (;;) {
    const shorter = rest.replace(legalForms, "");
    if (shorter === rest || shorter.length < 2) return rest;
    rest = shorter;
  }
}

function withoutRegions(name: string): string {
  let rest = name;
  for (;;) {
    const shorter = rest.replace(regions, "");
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** The name asked about last, and its short names: one that is loaded is asked about twice. */
let latest: readonly [name: string, short: readonly string[]] = ["", []];

/**
 * The short names of a name as written, in normal form: without its region, without its legal form, without both,
 * each also without what stands in brackets, as in 安普瑞斯（无锡）有限公司. The last is the shortest.
 */
export function shortNames(name: string): readonly string[] {
  if (latest[0] !== name) latest = [name, shortNamesOf(name)];
  return latest[1];
}

function shortNamesOf(name: string): string[] {
  const normal = normaliseName(name);
  const outside = /[(（]/.test(name)
    ? normaliseName(name.normalize("NFKC").replace(/\([^)]*\)/g, ""))
    : normal;
  const forms = [...new Set([normal, outside])].flatMap((whole) => {
    const bare = withoutForms(whole);
    return [whole, withoutRegions(whole), bare, withoutRegions(bare)];
  });
  return [...new Set(forms)].filter((short) => short !== normal && short.length > 1);
}

/** The key of the shortest name of an enterprise, by which it is looked up after its names and aliases. */
export function shortKey(name: string): string | undefined {
  return shortNames(name).at(-1);
}
