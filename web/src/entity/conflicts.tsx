// Contradictions and gaps that concern an entity.
import { FirstFew } from "../parts/first-few.tsx";
import { EntityLink, Sources } from "../parts/names.tsx";
import { CutOff } from "../parts/states.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import type { ConflictRow, EntityNode } from "./documents.ts";

/** Conflicts shown at once; the rest can be opened. */
const few = 5;

function ConflictList({ rows }: { readonly rows: readonly ConflictRow[] }) {
  const { value } = useSpeech();
  return (
    <ul class="conflicts">
      {rows.map((conflict) => (
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
  );
}

/** All conflicts of the page. */
export function Conflicts({ node }: { readonly node: EntityNode }) {
  const { text } = useSpeech();
  const { nodes, totalCount } = node.conflicts;
  if (nodes.length === 0) return null;
  return (
    <section id="conflicts">
      <h2>
        {text.conflicts} <span class="count">{totalCount}</span>
      </h2>
      <FirstFew rows={nodes} few={few} list={(some) => <ConflictList rows={some} />} />
      <CutOff shown={nodes.length} total={totalCount} />
    </section>
  );
}
