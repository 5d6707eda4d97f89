// Terms of the field that are written long or short: a text with the one finds names with the other.

const pairs: readonly (readonly [short: string, long: string])[] = [
  ["小巨人", "国家级专精特新"],
  ["专精特新小巨人", "国家级专精特新"],
  ["智改数转", "智能化改造数字化转型"],
  ["智转数改", "智能化改造数字化转型"],
  ["高企", "高新技术企业"],
  ["科小", "科技型中小企业"],
  ["规上", "规模以上"],
  ["限上", "限额以上"],
  ["经开区", "经济技术开发区"],
  ["高新区", "高新技术产业开发区"],
  ["工信局", "工业和信息化局"],
  ["发改委", "发展和改革委员会"],
  ["人社局", "人力资源和社会保障局"],
  ["管委会", "管理委员会"],
  ["技改", "技术改造"],
  ["链主", "产业链龙头"],
  ["两化融合", "信息化和工业化融合"],
  ["双碳", "碳达峰碳中和"],
  ["新能源车", "新能源汽车"],
  ["集成电路", "芯片"],
  ["锂电", "锂电池"],
];

/** The text in normal form with its terms written the other way, each way once; the longest terms first. */
export function otherTerms(normal: string): string[] {
  const found = new Set<string>();
  const ordered = [...pairs].sort((one, other) => other[0].length - one[0].length);
  for (const [short, long] of ordered) {
    if (normal.includes(long)) found.add(normal.replace(long, short));
    else if (normal.includes(short)) found.add(normal.replace(short, long));
  }
  return [...found].filter((one) => one.length > 1).slice(0, 3);
}
