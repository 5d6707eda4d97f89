// One page of HTML from the built template and what the rendering bundle makes of an address.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { escaped } from "../../text/markup.ts";
import { builtPages } from "./assets.ts";
import type { TextOf } from "./texts.ts";

/** Asks the public API, as the browser does. */
export type Ask = <T>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;

interface Rendered {
  readonly status: number;
  readonly language: "zh" | "en";
  readonly theme: "system" | "light" | "dark";
  readonly title: string;
  readonly html: string;
  readonly data: unknown;
}

/** What web/src/server.tsx exports. */
export interface Rendering {
  renderPage(
    address: { readonly path: string; readonly search: URLSearchParams },
    ask: Ask,
    chosen: { readonly lang: string | undefined; readonly theme: string | undefined },
    textOf: TextOf,
  ): Promise<Rendered | { readonly to: string }>;
  dataOf<T>(answer: unknown): T;
}

/** The rendering bundle of the built pages; undefined where they have not been built. */
export async function readRendering(folder: string = builtPages): Promise<Rendering | undefined> {
  const file = join(folder, "server", "server.js");
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Rendering) : undefined;
}

/** JSON that may stand within a script element. */
function embedded(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** What tells the style of a theme that was chosen; the system's needs nothing. */
const chosenTheme = (theme: Rendered["theme"]): string =>
  theme === "system" ? "" : ` data-theme="${theme}"`;

/** The whole page. */
export function pageOf(template: string, { language, theme, title, html, data }: Rendered): string {
  const brand = language === "zh" ? "产业图谱" : "Industry Graph";
  const full = title === brand ? brand : `${title} · ${brand}`;
  // Replaced by functions: names from data may hold `$&`, which replace would take for a pattern.
  return template
    .replace('lang="zh-Hans"', () => `lang="${language === "zh" ? "zh-Hans" : "en"}"${chosenTheme(theme)}`)
    .replace("<!--head-->", () => `<title>${escaped(full)}</title>`)
    .replace("<!--app-->", () => html)
    .replace("<!--data-->", () =>
      data === undefined ? "" : `<script type="application/json" id="data">${embedded(data)}</script>`,
    );
}
