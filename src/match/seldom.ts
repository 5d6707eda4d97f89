// Whether few enterprises are called by a brand: by what its characters are.

/** Characters that brands are mostly made of: the lucky, the large and the bright ones, numerals and what is counted by, letters of places. */
const usual = new Set(
  "甲乙丙丁戊己庚辛壬癸华天金中新海东大国宏恒盛达信通泰光龙江南江山东方北西德利安康兴亚联科宝富永长成瑞福源星美力三一正鑫嘉和顺丰双万百世云峰明阳飞凯创英诚隆远洋润鼎博智立益汇锦昌鸿祥荣建强伟海胜太平顶春林水银石火风电汉京沪苏浙粤鲁川豫皖湘鄂陕晋冀辽吉黑桂黔滇闽赣琼青宁蒙藏港深广",
);

/** Whether a brand has a character that few brands have. */
export const isSeldom = (brand: string): boolean => [...brand].some((character) => !usual.has(character));
