// The frame around every page: name, search, language, and what the page shows.
import type { ComponentChildren } from "preact";
import type { Address } from "./address.ts";
import type { PageKind } from "./page-kind.ts";
import { UnknownParameters } from "./parts/unknown-parameters.tsx";
import { SearchBox } from "./search/box.tsx";
import { type Language, LanguageContext, speechOf } from "./text/language.ts";
import { ThemeSwitch } from "./theme/switch.tsx";
import type { Theme } from "./theme/theme.ts";

interface AppProps {
  readonly page: PageKind<unknown> | undefined;
  readonly data: unknown;
  readonly language: Language;
  readonly address: Address;
  readonly theme: Theme;
  readonly children?: ComponentChildren;
}

function otherLanguage({ path, search }: Address, language: Language): string {
  const next = new URLSearchParams(search);
  next.set("lang", language === "zh" ? "en" : "zh");
  // With two slashes in front it would be an address of another machine.
  return `${path.replace(/^\/+/, "/")}?${next}`;
}

/** The whole page. */
export function App({ page, data, language, address, theme, children }: AppProps) {
  const { text } = speechOf(language);
  return (
    <LanguageContext.Provider value={language}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // Without a change of the address: what follows the # may be a view, which stays.
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {text.skip}
      </a>
      <header class="top">
        <a class="brand" href="/">
          {text.brand}
        </a>
        {page?.name !== "home" && page?.name !== "explore" && (
          <SearchBox initial={page?.name === "search" ? (address.search.get("q") ?? "") : ""} />
        )}
        <nav aria-label={text.navigation}>
          <a href="/explore">{text.explore}</a>
          <a href="/policies">{text.policies}</a>
          <a href="/graphql">GraphiQL</a>
          <a
            href={otherLanguage(address, language)}
            hreflang={language === "zh" ? "en" : "zh"}
            lang={language === "zh" ? "en" : "zh-Hans"}
            class="language"
            onClick={(event) => {
              // What follows the # is the browser's alone: a view stays as it is in the other language.
              event.currentTarget.hash = location.hash;
            }}
          >
            {text.otherLanguage}
          </a>
          <ThemeSwitch initial={theme} />
        </nav>
      </header>
      <main id="main" tabIndex={-1} class={page === undefined ? "plain" : `page-${page.name}`}>
        {page === undefined ? (
          children
        ) : (
          <>
            <UnknownParameters known={page.parameters} search={address.search} />
            <page.View data={data} />
          </>
        )}
      </main>
    </LanguageContext.Provider>
  );
}
