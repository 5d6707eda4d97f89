// How one enterprise stands to one measure, in a line that opens: the same whichever of the two a page is about.
import type { ComponentChildren } from "preact";
import type { Named } from "../api/types.ts";
import { Name } from "../parts/names.tsx";
import { useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import { lacksWords } from "./condition-words.ts";
import type { Stand } from "./documents.ts";
import { MatchList, StatusBadge } from "./match.tsx";

/**
 * An item of a list of candidates.
 * @param beside what else the line says, before what is lacking
 * @param untold whether what is lacking stands elsewhere, as above a list of those who lack the same
 * @param children what stands below the conditions
 */
export function Standing({
  of,
  stand,
  beside,
  untold = false,
  children,
}: {
  readonly of: Omit<Named, "id" | "kind">;
  readonly stand: Stand;
  readonly beside?: ComponentChildren;
  readonly untold?: boolean;
  readonly children: ComponentChildren;
}) {
  const speech = useSpeech();
  return (
    <li>
      <details>
        <summary>
          <StatusBadge status={stand.status} />{" "}
          <b>
            <Name of={of} />
          </b>{" "}
          {beside !== undefined && <>{beside} </>}
          {!untold && (
            <span class="lacks">
              <Words of={lacksWords(stand, speech)} />
            </span>
          )}
        </summary>
        <MatchList rows={stand.conditions} />
        {children}
      </details>
    </li>
  );
}
