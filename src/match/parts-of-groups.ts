// Names of those who belong to a larger one: without the owner that stands before their own (中国石化扬子石油化工), and
// branches that have a name of their own (一汽解放汽车有限公司无锡柴油机厂).
import { parseName } from "../text/parse-name.ts";

/** Central enterprises of the list of SASAC and universities, as they stand before the names of what belongs to them. */
const owners =
  "中国石油化工 中国石油天然气 中国石化 中国石油 中石化 中石油 中国海油 中海油 中国中车 中车 中国航发 中国航空工业 中国航天科技 中国航天科工 中国电子科技 中国电科 中电科 中国兵器 中国船舶 中船 中核 中广核 国网 国家电网 国家电投 国家能源 国能 国电 华电 大唐 华能 中国电建 中国能建 中国建材 中建材 中国五矿 五矿 中国中化 中化 中粮 国药 华润 招商局 保利 中信 国机 宝武 鞍钢 中铝 中冶 中交 清华大学 清华 北京大学 北大 中国科学院 中科院 中科 哈工大 浙江大学 浙大 上海交大 西安交大 复旦 东南大学".split(
    " ",
  );

const ownersByLength = [...owners].sort((one, other) => other.length - one.length);

/** Whether a name still tells whose it is: by a brand, or by a place with a trade; a number tells nothing. */
function tells(name: string): boolean {
  const { brand, trade, places, branch } = parseName(name);
  if (branch !== "" || /^第?[一二三四五六七八九十\d]/u.test(name)) return false;
  return brand.length > 1 || (trade !== "" && places.some(({ level }) => level > 0));
}

/** A name without the owner before it; undefined where nothing is left that tells whose it is. */
export function withoutOwner(name: string): string | undefined {
  const owner = ownersByLength.find((one) => name.startsWith(one));
  const rest = owner === undefined ? "" : name.slice(owner.length).replace(/^集团/u, "");
  return rest.length > 3 && /公司|厂|所|院$/u.test(rest) && tells(rest) ? rest : undefined;
}

/** The name of its own that a branch has, 无锡柴油机厂 or 无锡供电公司; undefined for 无锡分公司. */
export function ownNameOfBranch(name: string): string | undefined {
  const { branch } = parseName(name);
  const own = branch.replace(/分公司$/u, "公司");
  return own.length > 4 && tells(own) && parseName(own).places.length > 0 ? own : undefined;
}
