// Short names: what people call an enterprise, found by leaving out the region it is of and its legal form.

const legalForms =
  /(?:股份有限公司|有限责任公司|集团有限公司|控股集团|有限公司|股份公司|集团公司|总公司|公司|集团)$/u;
const regions =
  /^(?:中国|江苏省?|无锡市?|苏州市?|扬州市?|南京市?|常州市?|上海市?|北京市?|浙江省?|杭州市?|广东省?|深圳市?|[\p{Script=Han}]{2,3}(?:省|市|区|县))(?=[\p{Script=Han}a-z0-9]{2,})/u;

function withoutForms(name: string): string {
  let rest = name;
  for (;;) {
    const shorter = rest.replace(legalForms, "");
    if (shorter === rest || shorter.length < 2) return rest;
    rest = shorter;
  }
}

/**
 * The short names of a normalised name: without its region, without its legal form, without both.
 * A name in brackets has been joined by normalising, so a region in the middle stays.
 */
export function shortNames(name: string): string[] {
  const bare = withoutForms(name);
  const local = bare.replace(regions, "");
  return [...new Set([bare, local, name.replace(regions, "")])].filter(
    (short) => short !== name && short.length > 1,
  );
}
