// Where the server begins: renders a page from the API's answers. Bundled by itself; the service imports the bundle.
import { renderToString } from "preact-render-to-string";
import { type ErrorCode, errorCodes } from "../../src/errors.ts";
import { type Address, type Elsewhere, firstPage } from "./address.ts";
import { AskError } from "./api/ask.ts";
import { inEnglish } from "./api/english.ts";
import type { Ask } from "./api/port.ts";
import { App } from "./app.tsx";
import type { TextOf } from "./page-kind.ts";
import { pageAt } from "./pages.ts";
import { FailedPage, MissingPage } from "./parts/states.tsx";
import { languageOf, speechOf } from "./text/language.ts";
import { type Theme, themeOf } from "./theme/theme.ts";

export { AskError, dataOf } from "./api/ask.ts";

export interface Rendered {
  readonly status: number;
  readonly language: "zh" | "en";
  readonly theme: Theme;
  readonly title: string;
  readonly html: string;
  /** What the browser needs to take the page over; undefined where there is nothing to take over. */
  readonly data: unknown;
}

/** What was chosen before, as the browser's cookies say. */
export interface Chosen {
  readonly lang: string | undefined;
  readonly theme: string | undefined;
}

/** Where what failed may be tried again: a list at its first page; undefined where the address itself is wrong. */
function againAt(address: Address, code: string): string | undefined {
  if (code === "BAD_CURSOR") return firstPage(address);
  return code === "BAD_ARGUMENT" ? undefined : "";
}

/** Renders the page at an address. */
export async function renderPage(
  address: Address,
  ask: Ask,
  chosen: Chosen,
  textOf: TextOf,
): Promise<Rendered | Elsewhere> {
  const language = languageOf(address.search, chosen.lang);
  const theme = themeOf(chosen.theme);
  const speech = speechOf(language);
  const page = pageAt(address.path);
  const askPlainly: Ask = (query, variables) => ask(query, { lang: language.toUpperCase(), ...variables });
  const askIn = language === "en" ? inEnglish(askPlainly) : askPlainly;
  const frame = (status: number, title: string, inner: preact.JSX.Element): Rendered => ({
    status,
    language,
    theme,
    title,
    html: renderToString(
      <App page={undefined} data={undefined} language={language} address={address} theme={theme}>
        {inner}
      </App>,
    ),
    data: undefined,
  });
  if (page === undefined) return frame(404, speech.text.notFound, <MissingPage path={address.path} />);
  try {
    const loaded = await page.load(address, askIn, speech, textOf);
    if ("to" in loaded) return loaded;
    const { status, data } = loaded;
    return {
      status,
      language,
      theme,
      title: page.title(data, speech),
      html: renderToString(
        <App page={page} data={data} language={language} address={address} theme={theme} />,
      ),
      data,
    };
  } catch (error) {
    if (!(error instanceof AskError)) throw error;
    if (error.code === "UNKNOWN_NAME")
      return frame(404, speech.text.notFound, <MissingPage path={address.path} />);
    const waiting = error.code === "NOT_READY";
    return frame(
      errorCodes[error.code as ErrorCode] ?? 503,
      waiting ? speech.text.loadingData : speech.text.failedTitle,
      <FailedPage message={error.message} code={error.code} again={againAt(address, error.code)} />,
    );
  }
}
