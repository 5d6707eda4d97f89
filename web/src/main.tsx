// Where the browser begins: takes over the page that the server has rendered.
import "./style/all.css";
import { hydrate } from "preact";
import { App } from "./app.tsx";
import { pageAt } from "./pages.ts";
import { openWhilePrinting } from "./parts/print.ts";
import type { Language } from "./text/language.ts";
import { themeHere } from "./theme/theme.ts";

openWhilePrinting();
const place = document.getElementById("app");
const given = document.getElementById("data")?.textContent;
const page = pageAt(location.pathname);
if (place !== null && given != null && page !== undefined) {
  const language: Language = document.documentElement.lang === "en" ? "en" : "zh";
  const address = { path: location.pathname, search: new URLSearchParams(location.search) };
  hydrate(
    <App
      page={page}
      data={JSON.parse(given) as unknown}
      language={language}
      address={address}
      theme={themeHere()}
    />,
    place,
  );
  document.documentElement.dataset.ready = "yes";
}
