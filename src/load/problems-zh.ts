// Problems of folders in Chinese, for clerks: what is said of rows, headers and files in English has its Chinese here.
// A message that is not among these stays as it is.

type Phrase = readonly [english: RegExp, chinese: string];

/** Of the whole message, longer ones first; $1 and so on are what stands in it. */
const phrases: readonly Phrase[] = [
  // cells
  [/^is empty: it is required$/, "是空的：此列必填"],
  [/^is empty: cite where it was said, as stem:line$/, "是空的：请写出处，形如 文件名:行号"],
  [/^is empty: (\S+) needs it$/, "是空的：$1 需要它"],
  [/^is empty: (\S+) needs (.+)$/, "是空的：$1 需要 $2 之一"],
  [/^is empty while the other of the pair is given.*$/, "是空的，而成对的另一列有值：请两列都填，或都留空"],
  [/^is no date: write (.+)$/, "不是日期：请写成 $1"],
  [/^is no date that can be read in one way only.*$/, "日期有歧义：请先写年份，如 2015-03-01"],
  [
    /^is no date but a spreadsheet's number of a day.*$/,
    "是电子表格的日期序号：请把该列设为 yyyy-mm-dd 格式后重新保存",
  ],
  [/^is no period: write (.+)$/, "不是时期：请写成 $1"],
  [/^is no year: write four digits.*$/, "不是年份：请写四位数字，如 2022"],
  [/^is no whole number: write digits only(?:; (.+))?$/, "不是整数：请只写数字"],
  [
    /^is no number: write digits with a decimal point, such as 1021\.3; that it is not exact.*$/,
    "不是数字：约数请在 bound 或 note 列说明，此处只写数字",
  ],
  [
    /^is no number: write digits with a decimal point, such as 1021\.3; a unit stands.*$/,
    "不是数字：单位另有一列，此处只写数字",
  ],
  [
    /^is no number: write digits with a decimal point, such as 1021\.3; (.+) is no unit of (.+)$/,
    "不是数字：$1 不是 $2 的单位",
  ],
  [/^is no number: .*$/, "不是数字：请写数字，如 1021.3"],
  [
    /^was shortened by a spreadsheet.*$/,
    "被电子表格缩成了科学计数：请把该列设为不带指数的数字格式后重新保存",
  ],
  [/^.*is more than is held exactly.*$/, "超出可准确保存的范围：请换用更大的单位"],
  [/^has more digits than are held exactly.*$/, "位数超出可准确保存的范围：最多 15 位"],
  [/^must be (\S+) or more$/, "不得小于 $1"],
  [/^must be (\S+) or less$/, "不得大于 $1"],
  [/^must be true or false.*$/, "请写 是 或 否"],
  [/^must be one of (.+)$/, "应为其中之一：$1"],
  [/^must be citations stem:line.*$/, "请写出处，形如 文件名:行号，多处用 | 分开，行号从 1 起"],
  [/^must be 1 or more, or empty$/, "应为 1 以上的数，或留空"],
  [/^must be yuan for CAPITAL, not (.+)$/, "CAPITAL 的单位应为 yuan，不是 $1"],
  [/^must be the normal unit of (metric:\S+), (.+)$/, "应为 $1 的标准单位：$2"],
  [/^is no former name: write (.+)$/, "不是曾用名的写法：请写成 $1"],
  [/^is no unified social credit code.*$/, "不是统一社会信用代码：应为 18 位数字和大写字母"],
  [/^is no stock code.*$/, "不是证券代码：请写数字，如 688211，或字母"],
  [/^is no code of GB\/T 4754.*$/, "不是 GB/T 4754 的代码：请写字母和二至四位数字，如 C3831"],
  [/^(\S+) is no division of GB\/T 4754$/, "GB/T 4754 没有大类 $1"],
  [/^division (\S+) of GB\/T 4754 belongs to (\S+), not (\S+)$/, "GB/T 4754 的大类 $1 属于门类 $2，不是 $3"],
  [/^is no unit that is known.*$/, "不是已知的单位：请用 docs/units.md 中的单位，如 亿元、家 或 %"],
  [/^has (U\+\S+) \(.*\) (?:at|behind).*: delete it$/, "含有看不见的字符 $1：请删去"],
  [
    /^has (.+?) (?:at the beginning|at character).*wrong encoding.*$/,
    "含有 $1，是编码读错的迹象：请从原文件重新以 UTF-8 保存",
  ],
  [/^has no meaning for (\S+): leave it empty$/, "对 $1 没有意义：请留空"],
  [/^is below (\S+): nothing can meet both$/, "小于 $1：没有什么能同时满足"],
  // ids and references
  [/^is no id of this kind: write (\S+) and .*$/, "不是这种实体的标识：请写 $1 加字母、数字、点或连字符"],
  [/^there is no (.+): add it to (\S+) or correct it$/, "没有 $1：请加到 $2，或改正"],
  [/^(\S+) is of kind (\S+), which may not stand here: (.+)$/, "$1 是 $2，这里只能是：$3"],
  [/^is the name of (.+): write the id$/, "是 $1 共有的名称：请写标识"],
  [
    /^is the name of (.+) too: if they are one.*$/,
    "也是 $1 的名称：若是同一个，请只留一行；否则请用名称区分",
  ],
  [/^(.+) stands at (\S+) already: it must be unique$/, "$1 已在 $2 出现：不得重复"],
  [/^(.+) stands at (\S+) already: keep one row .*$/, "$1 已在 $2 出现：请只留一行"],
  [/^(.+) stands at (\S+) already$/, "$1 已在 $2 出现"],
  [/^the same relation stands at (\S+) already.*$/, "同样的关系已在 $1 出现：请删去一行，或用 key 区分"],
  [/^nothing can be .* itself: correct one of the ends$/, "两端是同一个：请改正其中一端"],
  [/^makes a circle with lines? ([\d, ]+): .*$/, "与第 $1 行成环：请删去或调转其中一行"],
  [/^(\S+) is no figure: an entity enters a check as ITEM only$/, "$1 不是数据：实体在核对中只能是 ITEM"],
  [/^(\S+) is no stem of a document: .*$/, "没有文件名为 $1 的文献：请加到 entities/Document.csv"],
  [/^(\S+) lies beyond the last line, (\d+)$/, "$1 超出了最后一行（$2）"],
  [/^(\S+) is no line of (\S+), which has (.+)$/, "$2 没有第 $1 行（共 $3）"],
  [/^(\S+) is cited by (\d+) facts: take it off the list$/, "$1 已被 $2 条事实引用：请从清单中去掉"],
  [
    /^(.+) contradicts (.+), which is (.+): correct it.*$/,
    "$1 与 $2（即 $3）不符：请改正，或两列都留空以自动换算",
  ],
  [
    /^is in (.+), while (metric:\S+) is normalised to (.+?): .*$/,
    "单位是 $1，而 $2 的标准单位是 $3：请改正单位，或换一个指标",
  ],
  [
    /^(\S+) and (\S+) are of different kinds: they cannot be the same$/,
    "$1 与 $2 不是同一种实体，不可能相同",
  ],
  [
    /^(\S+) and (\S+) were decided to be the same, but have different credit codes \((.+)\).*$/,
    "$1 与 $2 被定为相同，但信用代码不同（$3）：请改正代码，或改定为 different",
  ],
  [/^is no id: write one, such as (\S+)$/, "不是标识：请写标识，如 $1"],
  [/^is no decision: .*$/, "不是决定：请写 same 或 different；未决定的请删去该行"],
  [/^is the entity itself: name the other one$/, "就是该实体自己：请写另一个"],
  // conditions
  [
    /^(\S+) tests (\S+) already: a condition tests one thing.*$/,
    "$1 已经检验 $2：一个条件只检验一项，请另立一个条件",
  ],
  [/^(\S+) tests nothing: drop this row$/, "$1 不检验任何东西：请删去该行"],
  [
    /^(\S+) needs an? (\S+): add a row to relations\/TESTS\.csv$/,
    "$1 需要一个 $2：请在 relations/TESTS.csv 中加一行",
  ],
  [/^(\S+) tests an? (\S+), not an? (\S+)$/, "$1 检验的是 $2，不是 $3"],
  [
    /^(\S+) has conditions, and (\S+) follows from those.*$/,
    "$1 已有条件，$2 由条件得出：请删去该行，或写成 HAS_CONDITION",
  ],
  // headers
  [
    /^its cells are separated by (.+?): save the file as CSV with commas.*$/,
    "单元格不是用逗号分隔：请另存为“CSV UTF-8（逗号分隔）”",
  ],
  [/^column (\d+) has no name$/, "第 $1 列没有列名"],
  [/^stands twice in the header: keep one$/, "在表头出现两次：请只留一列"],
  [
    /^is the title of the column (\S+): write .*$/,
    "是列 $1 的中文名：请写 $1，或用 industry-graph import 直接导入该表",
  ],
  [/^is no column of this file: it may have (.+)$/, "不是此文件的列：可用的列有 $1"],
  [/^is missing from the header: add the column$/, "表头中缺少此列：请补上"],
  [/^has no header: .*$/, "没有表头：industry-graph template 会给出表头"],
  [
    /^has (\d+) cells where the header has (\d+).*$/,
    "有 $1 个单元格，而表头有 $2 列：含逗号的单元格请用双引号括起",
  ],
  [/^a double quote is opened and never closed.*$/, "双引号没有配对：请补上；单元格中的引号请写两个"],
  [
    /^a double quote stands in the middle of a cell.*$/,
    "单元格中间有双引号：请把整个单元格用引号括起，其中的引号写两个",
  ],
  [/^has more than a million characters.*$/, "一行超过一百万个字符：请每行写一条"],
  // files
  [/^rename it to (\S+), with the columns of .*$/, "请改名为 $1，列按 industry-graph template 所给的写"],
  [/^rename it to (\S+): upper and lower case matter$/, "请改名为 $1：区分大小写"],
  [/^did you mean (\S+)\?$/, "是否应为 $1？"],
  [/^it may be one of (.+)$/, "可以是其中之一：$1"],
  [/^is encoded as UTF-16: save it as UTF-8$/, "是 UTF-16 编码：请另存为 UTF-8"],
  [/^ends in the middle of a character: save it as UTF-8$/, "在一个字符的中间结束：请另存为 UTF-8"],
  [/^is encoded neither as UTF-8 nor surely as GBK.*$/, "既不是 UTF-8，也不能确定是 GBK：请另存为 UTF-8"],
  [/^is no UTF-8 and was read as GBK.*$/, "不是 UTF-8，已按 GBK 读取；请另存为 UTF-8 以免有误"],
  [/^is empty \(0 bytes\).*$/, "是空文件：至少要有表头，industry-graph template 会给出"],
  [/^is no folder: .*$/, "不是文件夹：请给含 entities/ 和 relations/ 的文件夹"],
  [/^is a file: it must be a folder of (.+)$/, "是文件：应是存放 $1 的文件夹"],
  [/^is a folder: it must be a CSV file$/, "是文件夹：应是 CSV 文件"],
  [/^is no file but a pipe.*$/, "不是普通文件：请换成 CSV 文件"],
  [/^cannot be looked into \((.+)\).*$/, "无法查看（$1）：请给自己读取的权限"],
  [/^cannot be read: (.+)$/, "无法读取：$1"],
  [/^is not read: rename the folder to (\S+)$/, "未读取：请把文件夹改名为 $1"],
  [/^is not read: rename it to (\S+?),? .*$/, "未读取：请改名为 $1"],
  [/^is not read: rename it to (\S+)$/, "未读取：请改名为 $1"],
  [/^is not read: did you mean (\S+)\?$/, "未读取：是否应为 $1？"],
  [/^is not read: save it as CSV.*$/, "未读取：请另存为逗号分隔的 .csv"],
  [/^does not belong here: .*$/, "不应放在这里：文件放在 entities/、relations/ 或 observations.csv"],
  [/^(.+?) is no kind of entity: (.+)$/, "没有名为 $1 的实体：$2"],
  [/^(.+?) is no type of relation with a file: (.+)$/, "没有名为 $1 的关系文件：$2"],
  [
    /^is a workbook: `npx industry-graph import (\S+)` .*$/,
    "是工作簿：请用 npx industry-graph import $1 导入，并从这里移走",
  ],
  [/^was left out: a program put it beside.*$/, "未读取：是其他程序留下的临时文件"],
  [/^is no YAML: (.+)$/, "不是有效的 YAML：$1"],
];

/** A text of the data before what is said of it. */
const quotedFirst = /^("(?:[^"\\]|\\.)*") (.+)$/s;

/** A problem's message in Chinese, where it has one. */
export function inChinese(message: string): string {
  const [, quoted, rest] = quotedFirst.exec(message) ?? [];
  const said = rest ?? message;
  const phrase = phrases.find(([english]) => english.test(said));
  if (phrase === undefined) return message;
  const [english, wanted] = phrase;
  // What stands in it may be said in words as well: did you mean Park.csv?
  const parts = (english.exec(said) ?? []).slice(1).map((part) => inChinese(part ?? ""));
  const chinese = wanted.replace(/\$(\d)/g, (_, at: string) => parts[Number(at) - 1] ?? "");
  return quoted === undefined ? chinese : `“${JSON.parse(quoted)}”${chinese}`;
}
