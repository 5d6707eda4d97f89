// The bar above GraphiQL: the way back to the pages, and every question in a list of groups. One that is chosen opens as
// a tab beside those that are there. As tabs alone they would be a row of more than sixty.
import type { Title } from "../ontology/definitions.ts";
import { inDark } from "./graphiql-access.ts";
import type { Tab } from "./graphiql-tabs.ts";

const texts = {
  zh: {
    brand: "产业图谱",
    explore: "关系图",
    policies: "政策找企业",
    more: "更多问题",
    theme: "外观",
    themes: { system: "系统", light: "浅色", dark: "深色" },
  },
  en: {
    brand: "Industry Graph",
    explore: "Graph",
    policies: "Who could get it",
    more: "More questions",
    theme: "Appearance",
    themes: { system: "System", light: "Light", dark: "Dark" },
  },
} as const;

/** Height of the bar, in pixels. */
const height = 40;

export const questionStyle = `
.questions { box-sizing: border-box; height: ${height}px; display: flex; align-items: center; gap: 16px; padding: 0 12px; font: 14px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; background: #f6f7f9; border-bottom: 1px solid #d8dce3; white-space: nowrap; }
.questions a { color: #0b5cad; text-decoration: none; }
.questions a:hover { text-decoration: underline; }
.questions select { flex: 0 1 26rem; min-width: 5rem; font: inherit; padding: 4px; color: #1c2430; background: #fff; border: 1px solid #8b94a4; border-radius: 6px; }
.questions .look { flex: none; margin-left: auto; min-width: 0; }
${inDark(`
& .questions { background: #1b212b; border-color: #39424f; }
& .questions a { color: #82b8f5; }
& .questions select { color: #e6e9ee; background: #14181f; border-color: #626d7e; }`)}
#root, #root > *, #root .graphiql-container { height: calc(100vh - ${height}px) !important; min-height: 0 !important; }
@media (max-width: 700px) { .questions { gap: 10px; } .questions a + a { display: none; } }`;

/** JSON that may stand within a script element. */
const embedded = (data: unknown): string => JSON.stringify(data).replaceAll("<", "\\u003c");

interface Listed {
  readonly group: Title;
  readonly of: readonly Pick<Tab, "title" | "query" | "variables">[];
}

/** Questions by group, in the order of the tabs. */
function groupsOf(tabs: readonly Tab[]): readonly Listed[] {
  const groups = new Map<string, { group: Title; of: Pick<Tab, "title" | "query" | "variables">[] }>();
  for (const { title, group, query, variables } of tabs) {
    const held = groups.get(group.en) ?? { group, of: [] };
    held.of.push({ title, query, variables });
    groups.set(group.en, held);
  }
  return [...groups.values()];
}

/** Runs in the browser: the language is the one chosen on the other pages. */
const script = (tabs: readonly Tab[]): string => `(() => {
  const texts = ${embedded(texts)}, groups = ${embedded(groupsOf(tabs))};
  const language = /(?:^|; )lang=en/.test(document.cookie) ? "en" : "zh";
  const { brand, explore, policies, more, theme, themes } = texts[language];
  const add = (to, tag, values) => to.appendChild(Object.assign(document.createElement(tag), values));
  const bar = document.querySelector(".questions");
  bar.lang = language === "en" ? "en" : "zh-Hans";
  add(bar, "a", { href: "/", textContent: brand });
  const select = add(bar, "select", { ariaLabel: more });
  add(select, "option", { value: "", textContent: more + "…" });
  const questions = [];
  for (const { group, of } of groups) {
    const list = add(select, "optgroup", { label: group[language] });
    for (const one of of) add(list, "option", { value: String(questions.push(one) - 1), textContent: one.title[language] });
  }
  select.addEventListener("change", () => {
    const chosen = questions[Number(select.value)];
    if (select.value === "" || chosen === undefined) return;
    location.assign("/graphql?" + new URLSearchParams({ query: chosen.query, variables: chosen.variables }));
  });
  add(bar, "a", { href: "/explore", textContent: explore });
  add(bar, "a", { href: "/policies", textContent: policies });
  // Light or dark, as on the other pages; GraphiQL reads it when it begins, and keeps what has been written.
  const look = add(bar, "select", { ariaLabel: theme, title: theme, className: "look" });
  for (const [value, textContent] of Object.entries(themes)) add(look, "option", { value, textContent });
  look.value = /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1] ?? "system";
  look.addEventListener("change", () => {
    document.cookie = "theme=" + look.value + "; path=/; max-age=31536000; samesite=lax";
    if (look.value === "system") localStorage.removeItem("graphiql:theme");
    location.reload();
  });
  // GraphiQL reads the name of a question a tenth of a second after its tab was opened. Pressed before, it would ask for
  // the name of the tab before, of which the question knows nothing: so the press waits.
  let opened = -Infinity;
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.(".graphiql-tab, .graphiql-execute-button");
    if (pressed?.matches(".graphiql-tab")) opened = performance.now();
    const wait = opened + 300 - performance.now();
    if (!pressed?.matches(".graphiql-execute-button") || wait <= 0) return;
    event.stopImmediatePropagation();
    setTimeout(() => pressed.click(), wait);
  }, true);
})();`;

/** The bar and its script, to stand before GraphiQL. */
export const questionBar = (tabs: readonly Tab[]): string =>
  `<nav class="questions"></nav><script>${script(tabs)}</script>`;
