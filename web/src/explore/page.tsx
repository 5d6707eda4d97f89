// The explorer: a page whose content is the browser's alone.
import type { PageKind } from "../pages.ts";
import { useSpeech } from "../text/language.ts";

function ExploreView() {
  const { text } = useSpeech();
  return (
    <>
      <h1>{text.explore}</h1>
      <noscript>
        <p class="state">{text.needsScript}</p>
      </noscript>
    </>
  );
}

export const explorePage: PageKind<Record<string, never>> = {
  name: "explore",
  matches: (path) => path === "/explore",
  title: (_, { text }) => text.explore,
  load: async () => ({ status: 200, data: {} }),
  View: ExploreView,
};
