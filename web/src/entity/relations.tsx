// The relations of an entity by type and direction, each with what is said of it and where.
import { isRelationType, relationPropertiesOf } from "../../../src/ontology/model.ts";
import { isMutual, relationTitle } from "../model.ts";
import { FirstFew } from "../parts/first-few.tsx";
import { EntityLink, Firmness, Sources } from "../parts/names.tsx";
import { CutOff } from "../parts/states.tsx";
import { type Speech, useSpeech } from "../text/language.ts";
import { Words } from "../text/words.tsx";
import type { End, EntityNode, RelationRow } from "./documents.ts";
import { wordsOf } from "./facts.tsx";
import { statedValue } from "./stated.ts";

/**
 * Types whose far end the page shows in a section of its own: figures of an entity or a metric, and its conflicts. Seen
 * from the figure or the conflict, they say what it is about.
 */
const shownBelow = new Set(["OBSERVES", "MEASURED_AS", "CONCERNS"]);

export interface RelationGroup {
  readonly type: string;
  readonly inverse: boolean;
  readonly rows: readonly RelationRow[];
}

/** Relations by type and, where it says something, direction, seen from an entity, in the order of the answer. */
export function groupsOf(id: string, relations: readonly RelationRow[]): readonly RelationGroup[] {
  const groups = new Map<string, { type: string; inverse: boolean; rows: RelationRow[] }>();
  for (const row of relations) {
    const ends = row.from.id !== id;
    if (ends && shownBelow.has(row.type)) continue;
    const inverse = ends && !isMutual(row.type);
    const key = `${row.type} ${inverse}`;
    const group = groups.get(key) ?? { type: row.type, inverse, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What a relation says beyond its ends: own properties, since, until. */
export function detailsOf(row: RelationRow, speech: Speech): string[] {
  const { type, properties, since, until } = row;
  const known = isRelationType(type) ? relationPropertiesOf(type) : {};
  const own = Object.entries(properties).flatMap(([key, given]) => {
    const property = known[key];
    if (property === undefined || given === null || /^note(?:Zh)?$/.test(key)) return [];
    return [`${property.title[speech.language]} ${wordsOf(property, given, speech)}`];
  });
  if (since !== null) own.push(`${speech.text.since} ${since}`);
  if (until !== null) own.push(`${speech.text.until} ${until}`);
  return own;
}

/** What the figure at an end says, where it is one. */
export function figureOf(end: End, speech: Speech): string | undefined {
  const { bound, value, unit, normalisedValue = null, normalisedUnit = null } = end;
  if (bound === undefined || value === undefined || unit === undefined) return undefined;
  return statedValue({ bound, value, unit, normalisedValue, normalisedUnit }, speech);
}

/** One relation in a list: the other end, details, firmness, sources. */
function RelationItem({ row, of }: { readonly row: RelationRow; readonly of: string }) {
  const speech = useSpeech();
  const other = row.from.id === of ? row.to : row.from;
  const figure = figureOf(other, speech);
  const details = [...(figure === undefined ? [] : [figure]), ...detailsOf(row, speech)];
  const { note: english, noteZh } = row.properties;
  const note = speech.language === "zh" ? (noteZh ?? english) : (english ?? noteZh);
  return (
    <li>
      <EntityLink entity={other} /> <Firmness status={row.status} />
      {details.length > 0 && (
        <span class="details">
          <Words of={details.join(" · ")} />
        </span>
      )}
      {typeof note === "string" && (
        <span class="note">
          <Words of={note} />
        </span>
      )}
      <Sources sources={row.sources} />
    </li>
  );
}

/** Relations of a group shown at once; the rest can be opened. */
const few = 8;
/** On a page with more relations than so many, only the first groups are open. */
const [long, openGroups] = [40, 3] as const;

function RelationList({ rows, of }: Pick<RelationGroup, "rows"> & { readonly of: string }) {
  return (
    <ul class="relations">
      {rows.map((row) => (
        <RelationItem key={row.id} row={row} of={of} />
      ))}
    </ul>
  );
}

/** All relations of the page. */
export function Relations({ node }: { readonly node: EntityNode }) {
  const { text, title } = useSpeech();
  const groups = groupsOf(node.id, node.relations.nodes);
  if (groups.length === 0) return null;
  return (
    <section id="relations">
      <h2>{text.relations}</h2>
      {groups.map(({ type, inverse, rows }, index) => (
        <details
          key={`${type} ${inverse}`}
          class="group"
          open={index < openGroups || node.relations.nodes.length <= long}
        >
          <summary>
            <h3>
              {title(relationTitle(type, inverse))} <span class="count">{rows.length}</span>
            </h3>
          </summary>
          <FirstFew rows={rows} few={few} list={(some) => <RelationList rows={some} of={node.id} />} />
        </details>
      ))}
      <CutOff
        shown={node.relations.nodes.length}
        total={node.relations.totalCount}
        href={`/explore#open=${encodeURIComponent(node.id)}`}
      />
    </section>
  );
}
