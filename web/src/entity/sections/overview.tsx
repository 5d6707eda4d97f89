// A park, a region, a cluster as a whole: its enterprises with totals, projects by stage, gaps in the chain.
import { entityPath } from "../../model.ts";
import { EntityLink, Name } from "../../parts/names.tsx";
import { CutOff } from "../../parts/states.tsx";
import { type Speech, useSpeech } from "../../text/language.ts";
import { fill } from "../../text/texts.ts";
import { Words } from "../../text/words.tsx";
import type { EnterprisePage, Gaps, Pipeline } from "./documents.ts";

const filterOf: Readonly<Record<string, string>> = {
  REGION: "region",
  PARK: "park",
  CLUSTER: "cluster",
  CERTIFICATION: "certifiedAs",
};
const facetNames = ["certifications", "clusters", "parks", "regions"] as const;
const filters = {
  certifications: "certifiedAs",
  clusters: "cluster",
  parks: "park",
  regions: "region",
} as const;

/** Enterprises with totals by certification, cluster, park, region: each a list. */
export function Enterprises({ page, id, kind }: { page: EnterprisePage; id: string; kind: string }) {
  const { text } = useSpeech();
  if (page.totalCount === 0) return null;
  const own = filterOf[kind];
  const list = (more: Readonly<Record<string, string>>): string =>
    `/list?${new URLSearchParams({ kind: "ENTERPRISE", ...(own === undefined ? {} : { [own]: id }), ...more })}`;
  return (
    <section id="enterprises">
      <h2>
        {text.enterprises} <span class="count">{page.totalCount}</span>
      </h2>
      <div class="columns">
        {facetNames.map((name) => {
          // What all of them lie in says nothing of them.
          const telling = ({ key, count }: { key: string; count: number }): boolean =>
            key !== id && !(name === "regions" && count === page.totalCount);
          const rows = page.facets[name].filter(telling);
          if (rows.length === 0) return null;
          const most = Math.max(...rows.map(({ count }) => count));
          return (
            <section key={name}>
              <h3>{text[name]}</h3>
              <ul class="bars">
                {rows.map((row) => (
                  <li key={row.key}>
                    <a class="entity" href={list({ [filters[name]]: row.key })}>
                      <Name of={row} />
                    </a>
                    <span class="count">{row.count}</span>
                    <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={(100 * row.count) / most} height="4" />
                    </svg>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <ul class="names">
        {page.nodes.map((one) => (
          <li key={one.id}>
            <EntityLink entity={one} />
          </li>
        ))}
      </ul>
      <CutOff shown={page.nodes.length} total={page.totalCount} />
      <p>
        <a class="button" href={list({})}>
          {text.wholeList}
        </a>
      </p>
    </section>
  );
}

/** How many projects reached a stage, are at it, plan to: each where there are some. */
export function stageWords(
  { reached, now, planned }: Readonly<Record<"reached" | "now" | "planned", number>>,
  { text, number, language }: Speech,
): string {
  const counts = [
    [text.stageReached, reached],
    [text.stageNow, now],
    [text.stagePlanned, planned],
  ] as const;
  return counts
    .flatMap(([words, n]) => (n === 0 ? [] : [fill(words, { n: number(n) })]))
    .join(language === "zh" ? "，" : ", ");
}

/** Projects by the stage they reached. */
export function Projects({ pipeline }: { readonly pipeline: Pipeline }) {
  const speech = useSpeech();
  const { text, value, language } = speech;
  if (pipeline.projects === 0) return null;
  const stages = pipeline.stages.filter(({ reached, planned }) => reached + planned > 0);
  return (
    <section id="projects">
      <h2>
        {text.projectsByStage} <span class="count">{pipeline.projects}</span>
      </h2>
      {pipeline.unstaged > 0 && <p class="soft">{fill(text.unstaged, { n: pipeline.unstaged })}</p>}
      <ol class="stages">
        {stages.map(({ stage, name, reached, now, planned, projects }) => (
          <li key={stage}>
            <h3>{language === "zh" ? name : value(stage)}</h3>
            <p class="soft">{stageWords({ reached, now, planned }, speech)}</p>
            <ul class="names">
              {projects.map((one) => (
                <li key={one.id}>
                  <EntityLink entity={one} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is missing in a chain, as a region has it. */
export function ChainGaps({
  gaps,
  id,
  regions,
}: {
  gaps: Gaps;
  id: string;
  regions: readonly { key: string; name: string }[];
}) {
  const { text, value } = useSpeech();
  return (
    <section id="gaps">
      <h2>
        <Words of={fill(text.gapsIn, { region: gaps.region.name })} />
      </h2>
      <nav class="chips" aria-label={text.regions}>
        {regions.map(({ key, name }) => (
          <a
            key={key}
            href={`${entityPath(id)}?region=${encodeURIComponent(key)}#gaps`}
            aria-current={key === gaps.region.id ? "true" : undefined}
          >
            <Words of={name} />
          </a>
        ))}
      </nav>
      <p class="soft">{fill(text.gapCounts, { missing: gaps.missing, single: gaps.single })}</p>
      <ul class="relations">
        {gaps.parts.map(({ part, count, verdict, enterprises, elsewhere }) => (
          <li key={part.id}>
            <span class={`badge ${verdict === "NONE" ? "bad" : verdict === "SINGLE" ? "warning" : "good"}`}>
              {value(verdict)}
            </span>{" "}
            <EntityLink entity={part} /> <span class="count">{count}</span>
            <span class="details">
              <Words of={enterprises.map(({ name }) => name).join(" · ")} />
            </span>
            {elsewhere.length > 0 && (
              <span class="details">
                {text.elsewhere}{" "}
                <Words
                  of={elsewhere.map(({ region, count: many }) => `${region.name} ${many}`).join(" · ")}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
