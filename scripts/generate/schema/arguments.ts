// What arguments mean that many fields have. One that a field means in its own way is described where it stands.

/** By the name of the argument. */
export const commonArguments: Readonly<Record<string, string>> = {
  first: "条数: how many to give at the most.",
  after: "游标: where the page begins: `pageInfo.endCursor` of the page before, of the same field and order.",
  last: "末尾条数: how many to give at the most from the end of the list, in its order; in place of `first`.",
  before:
    "游标: where the page ends: `pageInfo.startCursor` of the page behind it, of the same field and order.",
  filter: "筛选: which ones to give; what is given must all hold.",
  orderBy: "排序: what to order by; the later ones decide where the earlier are equal.",
  asOf: "截至: leaves out what had ended, or not begun, by the end of this date.",
  certain: "仅确定: leaves out as well what may or may not have held at the date of `asOf`.",
  direct: "仅直接: only what is related to the entity itself, not to its parts or to what it lies in.",
  lang: "语言: the language of the text; the other one where there is no text in it.",
  region: "地区: id of a region; its parts count with it.",
  park: "园区: id of a park; parks within it count with it.",
  cluster: "集群: id of a cluster; its parts count with it.",
  kinds: "类别: only entities of these kinds.",
  types: "关系类型: only relations of these types.",
};
