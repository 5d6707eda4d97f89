// Light, dark, or as the system has it: what was chosen is a cookie, so that the server sends each page in it at once.

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The theme of a name; as the system has it where there is none. */
export function themeOf(name: string | null | undefined): Theme {
  return themes.find((one) => one === name) ?? "system";
}

/** The theme of the page. */
export function themeHere(): Theme {
  return themeOf(document.documentElement.dataset.theme);
}

const scheme = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is dark now. */
export function isDark(): boolean {
  const theme = themeHere();
  return theme === "dark" || (theme === "system" && scheme().matches);
}

/** Tells of changes from light to dark and back, whoever makes them. Gives what ends it. */
export function onTheme(listener: () => void): () => void {
  const system = scheme();
  addEventListener("theme", listener);
  system.addEventListener("change", listener);
  return () => {
    removeEventListener("theme", listener);
    system.removeEventListener("change", listener);
  };
}

/** Chooses a theme, for this page and those to come. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
  dispatchEvent(new Event("theme"));
}
