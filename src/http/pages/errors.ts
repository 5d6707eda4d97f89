// Errors as pages: what went wrong and what to do, in both languages, to whoever opened an address in a browser.
import type { IncomingMessage } from "node:http";
import { type ErrorCode, errorCodes, type IndustryGraphError } from "../../errors.ts";
import { escaped } from "../../text/markup.ts";
import { errorBody } from "../errors.ts";
import { factsOf } from "../facts.ts";
import { isRead, plainPage, type Wishes, wishesOf } from "./plain.ts";
import { pageHeaders } from "./policy.ts";

/** What a code means to a reader, and what to do. */
const words: Readonly<Record<ErrorCode, readonly [zh: string, en: string]>> = {
  BAD_REQUEST: [
    "地址的写法不对，请按下面的说明改正。",
    "The address is not written as it should be: mend it as said below.",
  ],
  BAD_ARGUMENT: [
    "地址里有一个参数不对，请按下面的说明改正。",
    "A parameter of the address is wrong: mend it as said below.",
  ],
  AMBIGUOUS_NAME: [
    "这个名称对应多个实体，请改用其中一个的编号。",
    "The name stands for several entities: take the id of one of them.",
  ],
  UNKNOWN_NAME: ["没有叫这个名称的实体，可先搜索。", "There is nothing of that name: search for it first."],
  BAD_CURSOR: [
    "翻页位置已失效，请从第一页重新开始。",
    "The place in the list is no longer good: begin with the first page.",
  ],
  NOT_FOUND: [
    "这里没有内容，地址可能写错，或数据已经更新。",
    "There is nothing here: the address may be wrong, or the data have changed.",
  ],
  PERSISTED_QUERY_NOT_FOUND: [
    "服务器没有保存这个问题，请连同全文再发一次。",
    "The server does not know this question: send it again with its text.",
  ],
  UNAUTHENTICATED: ["请先登录。", "Sign in first."],
  FORBIDDEN: [
    "您的令牌没有这项权限，请向管理员申请。",
    "Your token does not allow this: ask whoever runs this server.",
  ],
  FORBIDDEN_ORIGIN: ["不能从这里打开这个地址。", "This address cannot be opened from there."],
  FORBIDDEN_HOST: [
    "服务器不使用这个名称，请让管理员把它加入 ALLOWED_HOSTS。",
    "The server does not go by this name: whoever runs it can add it to ALLOWED_HOSTS.",
  ],
  METHOD_NOT_ALLOWED: ["这个地址不接受这种请求。", "This address does not take such a request."],
  NOT_ACCEPTABLE: ["没有这种格式，请换一种。", "There is no such format: take another one."],
  UNSUPPORTED_MEDIA_TYPE: ["这个地址不接受这种内容。", "This address does not take such content."],
  LIMIT_EXCEEDED: [
    "一次问得太多，请缩小范围或分页。",
    "That is too much at once: ask for less, or page by page.",
  ],
  EXPLAIN_OFF: [
    "这台服务器不显示查询语句，需要时由管理员设置 EXPLAIN=on。",
    "This server does not show its statements: whoever runs it can set EXPLAIN=on.",
  ],
  BODY_TOO_LARGE: ["发送的内容太大，请减小后再发。", "What was sent is too large: send less."],
  BUDGET_EXCEEDED: ["请求过多，请稍候再试。", "Too many requests: try again in a while."],
  TIMEOUT: ["回答超时，请缩小范围，或稍后再试。", "It took too long: ask for less, or try again later."],
  OVERLOADED: ["服务器正忙，请稍候再试。", "The server is busy: try again shortly."],
  STORE_UNAVAILABLE: [
    "数据库暂时无法访问，请稍后再试。",
    "The database cannot be reached just now: try again later.",
  ],
  STORE_LOCKED: [
    "数据正被另一个程序使用，请稍后再试。",
    "Another program is using the data: try again later.",
  ],
  SIGN_IN_UNAVAILABLE: [
    "暂时无法确认身份，请稍后再试。",
    "Who you are cannot be told just now: try again later.",
  ],
  NOT_READY: ["服务器尚未就绪，请稍后重新打开。", "The server is not ready yet: open this again shortly."],
  BAD_SEED: ["数据有误，请按下面的说明改正。", "The data are not sound: mend them as said below."],
  BAD_SETTING: ["设置有误，请按下面的说明改正。", "A setting is wrong: mend it as said below."],
  BAD_STATEMENT: [
    "服务器内部出错，请把下面的编号告诉管理员。",
    "Something went wrong in the server: tell whoever runs it the id below.",
  ],
  CANCELLED: ["请求已取消。", "The request was cancelled."],
  INTERNAL: [
    "服务器内部出错，请把下面的编号告诉管理员。",
    "Something went wrong in the server: tell whoever runs it the id below.",
  ],
};

/** An error as it is answered: a page for whoever reads it in a browser, JSON for programs. */
export function errorAnswer(incoming: IncomingMessage, error: IndustryGraphError, styles: readonly string[]) {
  const { requestId } = factsOf(incoming);
  const header = (name: string): string | undefined => incoming.headers[name]?.toString();
  if (!isRead(incoming.method, header)) {
    const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
    return { body: errorBody(error, requestId), headers };
  }
  const body = errorPage(error, requestId, styles, wishesOf(incoming.url ?? "/", header));
  const headers: Record<string, string> = { ...pageHeaders, "cache-control": "no-store" };
  return { body, headers };
}

/** A page that says what went wrong, in the reader's language, in the other, and in the words of what refused. */
export function errorPage(
  { code, message }: IndustryGraphError,
  requestId: string,
  styles: readonly string[],
  wishes: Wishes,
): string {
  const [zh, en] = words[code];
  const chinese = wishes.language === "zh";
  const [own, other] = chinese ? [zh, en] : [en, zh];
  // Under a name that the server does not have, nothing else of it is answered either.
  const alone = code === "FORBIDDEN_HOST";
  const start = alone ? "" : `<p><a href="/">${chinese ? "回到首页" : "To the start"}</a></p>`;
  return plainPage({
    ...wishes,
    styles,
    alone,
    title: own,
    main: `<section class="missing"><h1>${own}</h1><p class="soft" lang="${chinese ? "en" : "zh-Hans"}">${other}</p><p lang="en">${escaped(message)}</p>${start}<p class="soft"><code>${errorCodes[code]} ${code} ${escaped(requestId)}</code></p></section>`,
  });
}
