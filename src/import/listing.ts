// What a cell about being listed says: the board or exchange, and the code of the shares. 科创板 688999, 深交所创业板（300123）.

/** What is said of an enterprise's listing. */
export interface Listing {
  /** Names of the board and of the exchange, the nearest first. */
  readonly on: readonly string[];
  /** Code of the shares without the exchange. */
  readonly code?: string;
  readonly year?: string;
}

/** Exchanges and boards by what cells call them; a board's exchange is behind it. */
const places: readonly (readonly [RegExp, readonly string[]])[] = [
  [/科创板/u, ["科创板", "上海证券交易所"]],
  [/创业板/u, ["创业板", "深圳证券交易所"]],
  [/中小板/u, ["中小板", "深圳证券交易所"]],
  [/上交所|上证|沪市|上海证券交易所/u, ["上海证券交易所"]],
  [/深交所|深证|深市|深圳证券交易所/u, ["深圳证券交易所"]],
  [/北交所|北京证券交易所/u, ["北京证券交易所"]],
  [/港交所|港股|香港(?:联合|证券)?交易所|联交所/u, ["香港交易所", "香港联合交易所"]],
  [/主板/u, ["主板"]],
];

/** All that such a cell may have beside the code. */
const words =
  /已|上市|公司|企业|证券交易所|交易所|[上深北港联]交所|上海|深圳|北京|香港|联合|[沪深]市|[上深]证|港股|[ABH]股|主板|科创板|创业板|中小板|股票|证券|代码|于|在|[\s,，:：;；、/()（）[\]【】·-]/giu;

const codeIn = /(?<![\d.])(?:SH|SZ|BJ|HK)?[\s.:]*(\d{5,6})(?:\.(?:SH|SS|SZ|BJ|HK))?(?![\d.])/iu;

const date = /((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?/u;

/** What a cell says of being listed; undefined where it says anything else, or nothing of it. */
export function listingFrom(cell: string): Listing | undefined {
  const text = cell.normalize("NFKC");
  const [since = "", year] = date.exec(text) ?? [];
  const [whole = "", code] = codeIn.exec(text.replace(since, " ")) ?? [];
  if (text.replace(since, " ").replace(whole, "").replace(words, "") !== "") return undefined;
  const on = new Set(places.flatMap(([pattern, names]) => (pattern.test(text) ? names : [])));
  if (on.size === 0 && code === undefined && !/上市|[ABH]股/iu.test(text)) return undefined;
  return {
    on: [...on],
    ...(code === undefined ? {} : { code }),
    ...(year === undefined ? {} : { year }),
  };
}
