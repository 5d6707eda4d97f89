// What went wrong, in the page's language: in Chinese by the code of the API, whose own messages, with their details,
// are in English.
import { AskError } from "../api/ask.ts";

/** Codes that a reader of pages may meet, in Chinese. */
const words: Readonly<Record<string, string>> = {
  UNREACHABLE: "连不上服务器。",
  NO_ANSWER: "服务器没有正常回答，请稍后重试。",
  UNKNOWN_NAME: "图谱里没有这个编号或名称。",
  NOT_FOUND: "图谱里没有这个编号。",
  BAD_ARGUMENT: "查询条件有误。",
  BAD_CURSOR: "翻页位置已失效，请从头查看。",
  LIMIT_EXCEEDED: "查询范围过大，请缩小后重试。",
  TIMEOUT: "查询超时，请缩小范围或稍后重试。",
  OVERLOADED: "服务器繁忙，请稍后重试。",
  BUDGET_EXCEEDED: "请求过于频繁，请稍后重试。",
  STORE_UNAVAILABLE: "数据库暂时连不上，请稍后重试。",
  NOT_READY: "数据正在载入，请稍后重试。",
  UNAUTHENTICATED: "请先登录。",
  FORBIDDEN: "没有查看的权限。",
};

/** A failure in a language: what the code means, then what the API said of it. */
export function failureIn(language: "zh" | "en", code: string, message: string): string {
  const meaning = language === "zh" ? words[code] : undefined;
  return meaning === undefined ? message : `${meaning} (${message})`;
}

/** A failure in the language of the page that is open. */
export function failureHere(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof AskError ? error.code : "";
  return failureIn(document.documentElement.lang === "en" ? "en" : "zh", code, message);
}
