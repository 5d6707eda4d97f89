// Policies look for enterprises.
import type { PageKind } from "../pages.ts";
import { useSpeech } from "../text/language.ts";

function PoliciesView() {
  const { text } = useSpeech();
  return (
    <>
      <h1>{text.policies}</h1>
      <noscript>
        <p class="state">{text.needsScript}</p>
      </noscript>
    </>
  );
}

export const policiesPage: PageKind<Record<string, never>> = {
  name: "policies",
  matches: (path) => path === "/policies",
  title: (_, { text }) => text.policies,
  load: async () => ({ status: 200, data: {} }),
  View: PoliciesView,
};
