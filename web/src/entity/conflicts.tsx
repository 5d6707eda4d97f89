// Contradictions and gaps that concern an entity.
import { EntityLink, Sources } from "../parts/names.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import type { EntityNode } from "./documents.ts";

/** All conflicts of the page. */
export function Conflicts({ node }: { readonly node: EntityNode }) {
  const { text, value } = useSpeech();
  const { nodes } = node.conflicts;
  if (nodes.length === 0) return null;
  return (
    <section id="conflicts">
      <h2>{text.conflicts}</h2>
      <ul class="conflicts">
        {nodes.map((conflict) => (
          <li key={conflict.id}>
            <span class="badge warning">{value(conflict.conflictType)}</span>{" "}
            <EntityLink entity={conflict} dot={false} />
            <p>
              <Words of={conflict.reason} />
            </p>
            {conflict.resolution !== null && (
              <p>
                → <Words of={conflict.resolution} />
              </p>
            )}
            <Sources sources={conflict.sources} />
          </li>
        ))}
      </ul>
    </section>
  );
}
