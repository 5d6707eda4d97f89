// What GraphiQL lacks for those who do not see its page, or not well: words in sight of their ground, a main part, and
// tabs that hold no buttons. Its library has no settings for them.

/** Rules of its dark theme: chosen, or the system's where neither is. `&` is the page. */
export const inDark = (rules: string): string =>
  `${rules.replaceAll("&", "body.graphiql-dark")}
@media (prefers-color-scheme: dark) {${rules.replaceAll("&", "body:not(.graphiql-light)")}}`;

/** Colours that stand out by 4.5 to 1 at least. */
export const accessStyle = `
.graphiql-container .graphiql-logo { color: #4b5568; }
.graphiql-container .monaco-editor .line-numbers { color: #52667a !important; }
${inDark(`
& .graphiql-container .graphiql-logo { color: #c3ccd9; }
& .graphiql-container .monaco-editor .line-numbers { color: #a3adbb !important; }
& .graphiql-container .monaco-editor .mtk8 { color: #8fbf76 !important; }`)}`;

/**
 * Runs in the browser, whenever GraphiQL has drawn tabs anew: a tab with a button to close it in it is no tab to a voice,
 * so they are a list of buttons, and the one that is open is the current one.
 */
export const accessScript = `<script>(() => {
  document.getElementById("root").setAttribute("role", "main");
  const set = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
  const tell = () => {
    for (const list of document.querySelectorAll(".graphiql-tabs[role]")) list.removeAttribute("role");
    for (const tab of document.querySelectorAll(".graphiql-tab")) {
      for (const name of ["role", "aria-selected"]) tab.removeAttribute(name);
      const open = tab.classList.contains("graphiql-tab-active");
      set(tab.querySelector("button") ?? tab, "aria-current", String(open));
    }
  };
  new MutationObserver(tell).observe(document.getElementById("root"), {
    subtree: true, childList: true, attributeFilter: ["role", "aria-selected", "class"],
  });
})();</script>`;
