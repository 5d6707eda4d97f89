// Pages without data and without script: what went wrong, what is missing, signing in. They need no store, so they can
// be shown where nothing else can; the style is that of the other pages, and they are readable without it.

import { escaped } from "../../text/markup.ts";
import { readAssets } from "./assets.ts";

export type Language = "zh" | "en";

/** What a browser says of how it wants pages, and where it asks. */
export interface Wishes {
  /** Path and parameters. */
  readonly address: string;
  readonly language: Language;
  readonly theme: "system" | "light" | "dark";
}

type Header = (name: string) => string | undefined;

/** The value of a cookie. */
function cookieOf(header: Header, name: string): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]*)`).exec(header("cookie") ?? "")?.[1];
}

/** How a request wants its page: by its address, by what was chosen before, by the browser's own languages. */
export function wishesOf(url: string, header: Header): Wishes {
  const chosen = new URLSearchParams(url.split("?")[1] ?? "").get("lang") ?? cookieOf(header, "lang");
  const theme = cookieOf(header, "theme");
  const spoken = /^en\b/i.test(header("accept-language") ?? "") ? "en" : "zh";
  return {
    // One slash in front: with two it would be an address of another machine.
    address: `/${url.replace(/^https?:\/\/[^/?#]*/, "").replace(/^[/\\]+/, "")}`,
    language: chosen === "zh" || chosen === "en" ? chosen : spoken,
    theme: theme === "light" || theme === "dark" ? theme : "system",
  };
}

/** Whether an answer is for somebody who reads it in a browser: a page that was opened, or a form that was sent. */
export function isRead(method: string | undefined, header: Header): boolean {
  if (!(header("accept") ?? "").includes("text/html")) return false;
  if (method === "GET" || method === "HEAD") return true;
  return /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(header("content-type") ?? "");
}

/** The style sheets of the built pages. */
export function styleSheets(): readonly string[] {
  const { template = "" } = readAssets();
  return [...template.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g)].map(
    ([, href = ""]) => href,
  );
}

export interface PlainPage extends Wishes {
  readonly title: string;
  readonly styles: readonly string[];
  /** Markup of what the page is about; text in it has been escaped. */
  readonly main: string;
  /** Whether nothing else can be had where the page is read: then it leads nowhere and has no style. */
  readonly alone?: boolean;
}

const words = {
  zh: {
    brand: "产业图谱",
    skip: "跳到正文",
    search: "按名称、别名或拼音搜索",
    navigation: "导航",
    explore: "关系图",
    policies: "政策找企业",
    theme: "外观",
    themes: { system: "系统", light: "浅色", dark: "深色" },
    other: ["en", "en", "English"],
  },
  en: {
    brand: "Industry Graph",
    skip: "Skip to content",
    search: "Search by name, alias or pinyin",
    navigation: "Navigation",
    explore: "Graph",
    policies: "Who could get it",
    theme: "Appearance",
    themes: { system: "System", light: "Light", dark: "Dark" },
    other: ["zh", "zh-Hans", "中文"],
  },
} as const;

/** The switch between light and dark, which a script of a few lines shows and answers; none where pages are not built. */
function themeSwitch({ language, theme: chosen }: Wishes): string {
  if (readAssets().template === undefined) return "";
  const { theme, themes } = words[language];
  const options = Object.entries(themes).map(
    ([name, title]) => `<option value="${name}"${name === chosen ? " selected" : ""}>${title}</option>`,
  );
  return `<select class="theme" aria-label="${theme}" title="${theme}" hidden>${options.join("")}</select><script src="/theme.js" defer></script>`;
}

/** What stands at the top of every page, as markup; all but the switch needs no script. */
export function pageHeader(wishes: Wishes): string {
  const { language, address } = wishes;
  const { brand, skip, search, navigation, explore, policies, other } = words[language];
  const [code, lang, name] = other;
  const [path = "/", asked] = address.split("?");
  const next = new URLSearchParams(asked);
  next.set("lang", code);
  return `<a class="skip" href="#main">${skip}</a><header class="top"><a class="brand" href="/">${brand}</a><form class="search" role="search" action="/search"><input type="search" name="q" aria-label="${search}" placeholder="${search}" autocomplete="off"></form><nav aria-label="${navigation}"><a href="/explore">${explore}</a><a href="/policies">${policies}</a><a href="/graphql">GraphiQL</a><a class="language" lang="${lang}" hreflang="${code}" href="${escaped(`${path}?${next}`)}">${name}</a>${themeSwitch(wishes)}</nav></header>`;
}

/** The whole page. */
export function plainPage({ title, styles, main, alone = false, ...wishes }: PlainPage): string {
  const { language, theme } = wishes;
  const { brand } = words[language];
  const sheets = styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`);
  const links = alone ? "" : `<link rel="icon" href="/icon.svg" type="image/svg+xml">${sheets.join("")}`;
  const chosen = theme === "system" ? "" : ` data-theme="${theme}"`;
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}"${chosen}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">${links}<title>${escaped(title)} · ${brand}</title></head>
<body>${alone ? "" : pageHeader(wishes)}<main id="main" class="plain">${main}</main></body></html>`;
}
