// The page of a review: two records beside each other, differences marked, a button and a key for each answer.
import { html, raw } from "hono/html";
import { featuresIn } from "./features.ts";
import type { Answer, Pair } from "./pairs.ts";
import { type ComparedField, saidOf } from "./records.ts";

export type Language = "zh" | "en";

const words = {
  title: { zh: "核对", en: "Review" },
  same: { zh: "相同", en: "same" },
  different: { zh: "不同", en: "different" },
  later: { zh: "以后再说", en: "later" },
  back: { zh: "上一对", en: "back" },
  by: { zh: "核对人", en: "who decides" },
  why: { zh: "理由", en: "why" },
  takeBack: { zh: "撤回", en: "take back" },
  decided: { zh: "已决定", en: "Decided" },
  features: { zh: "得分与依据", en: "Score and features" },
  done: { zh: "没有待核对的记录。", en: "No pair waits." },
  holds: {
    zh: "决定写入 decisions.csv，下次载入时生效。",
    en: "Decisions are written to decisions.csv and hold from the next load on.",
  },
  known: { zh: "已知", en: "known" },
  own: { zh: "新数据", en: "own data" },
  another: { zh: "新数据中的另一条", en: "another record of own data" },
} as const;

const marks = { alike: "=", differs: "≠", "one side": "" } as const;

export interface PageContent {
  readonly language: Language;
  readonly theme: "system" | "light" | "dark";
  /** What stands at the top of every page, as markup. */
  readonly header: string;
  /** Style sheets of the other pages. */
  readonly styles: readonly string[];
  readonly layers: readonly string[];
  readonly layer: string;
  readonly open: readonly Pair[];
  readonly decided: readonly Pair[];
  /** The place of the pair shown among those that wait. */
  readonly at: number;
  readonly fields: readonly ComparedField[];
  /** Whether the other record too is the layer's own: another row of a list, known from nowhere else. */
  readonly otherIsOwn: boolean;
  readonly by: string;
}

const answers: readonly (readonly [Answer, string])[] = [
  ["same", "s"],
  ["different", "d"],
  ["later", "l"],
];

/** What a form sends along: which pair of which layer, and where the review stands. */
const hidden = ({ layer }: PageContent, { id, other }: Pair, at: number) =>
  html`<input type="hidden" name="layer" value="${layer}"><input type="hidden" name="id" value="${id}"><input type="hidden" name="other" value="${other}"><input type="hidden" name="at" value="${at}">`;

function pairPart(content: PageContent, pair: Pair) {
  const { language, at, fields, by, layer, otherIsOwn } = content;
  const word = (key: keyof typeof words): string => words[key][language];
  const rows = fields.map(
    (field) =>
      html`<tr class="${field.is === "one side" ? "" : field.is}"><th scope="row">${field[language]} <span class="mark">${marks[field.is]}</span></th><td>${saidOf(field, field.own, language)}</td><td>${saidOf(field, field.other, language)}</td></tr>`,
  );
  const features = featuresIn(pair.found?.features ?? "", language).map(
    (feature) => html`<li>${feature}</li>`,
  );
  const buttons = answers.map(
    ([answer, key]) =>
      html`<button class="${answer === "same" ? "main" : ""}" name="answer" value="${answer}" data-key="${key}">${word(answer)}<kbd>${key}</kbd></button>`,
  );
  const back =
    at === 0
      ? ""
      : html`<a href="/review?layer=${encodeURIComponent(layer)}&amp;at=${at - 1}" data-key="b">${word("back")}<kbd>b</kbd></a>`;
  return html`<table><thead><tr><td></td><th scope="col">${word("own")} <code>${pair.id}</code></th><th scope="col">${word(otherIsOwn ? "another" : "known")} <code>${pair.other}</code></th></tr></thead><tbody>${rows}</tbody></table>
<form class="answers" method="post" action="/review">${hidden(content, pair, at)}${buttons}<label>${word("by")}<input name="by" value="${by}"></label><label>${word("why")}<input name="why"></label>${back}</form>
<h2>${word("features")}: ${pair.found?.score ?? ""}</h2><ul class="features">${features}</ul>`;
}

/** The whole page. */
export function reviewPage(content: PageContent) {
  const { language, theme, header, styles, layers, layer, open, decided, at } = content;
  const word = (key: keyof typeof words): string => words[key][language];
  const pair = open[at];
  const links = styles.map((href) => html`<link rel="stylesheet" href="${href}">`);
  const others = layers
    .filter((one) => one !== layer)
    .map((one) => html` · <a href="/review?layer=${encodeURIComponent(one)}">${one}</a>`);
  const taken = decided.map(
    (one) =>
      html`<li>${one.name} ${one.decision?.is === "same" ? "=" : "≠"} ${one.otherName} · ${one.decision?.by} ${one.decision?.at} ${one.decision?.why} <form method="post" action="/review">${hidden(content, one, at)}<button name="answer" value="later">${word("takeBack")}</button></form></li>`,
  );
  const heading = pair === undefined ? word("done") : `${word("title")} ${at + 1} / ${open.length}`;
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}"${theme === "system" ? raw("") : html` data-theme="${theme}"`}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg" type="image/svg+xml">${links}<title>${word("title")} · ${layer}</title><script src="/review/review.js" defer></script></head>
<body>${raw(header)}<main id="main" class="review"><h1>${heading}</h1><p class="where">${layer}${others} · ${word("holds")}</p>${pair === undefined ? raw("") : pairPart(content, pair)}${decided.length === 0 ? raw("") : html`<h2>${word("decided")}</h2><ul>${taken}</ul>`}</main></body></html>`;
}
