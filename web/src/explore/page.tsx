// The explorer's page: its content is the browser's alone, since the view is in what follows the #.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PageKind } from "../page-kind.ts";
import { Loading } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";

function ExploreView() {
  const { text } = useSpeech();
  const [Explorer, setExplorer] = useState<ComponentType | undefined>(undefined);
  useEffect(() => {
    void import("./explorer.tsx").then((module) => setExplorer(() => module.Explorer));
  }, []);
  return (
    <>
      <h1 class="hidden-text">{text.explore}</h1>
      {Explorer === undefined ? <Loading /> : <Explorer />}
      <noscript>
        <p class="state">{text.needsScript}</p>
      </noscript>
    </>
  );
}

export const explorePage: PageKind<Record<string, never>> = {
  name: "explore",
  parameters: [],
  matches: (path) => path === "/explore",
  title: (_, { text }) => text.explore,
  load: async () => ({ status: 200, data: {} }),
  View: ExploreView,
};
