// The stage that each project has reached, derived of its REACHED relations before projects are stored. Knows the
// rule and no store.
import { isPlan } from "./derive.ts";
import type { Stored } from "./rows.ts";

interface Reached {
  readonly code: string;
  readonly rank: number;
  readonly at: string | undefined;
}

/** Gathers stages and events row by row; gives what projects have come to. */
export interface Stages {
  /** A row of Stage.csv. */
  stage(values: Stored): void;
  /** A row of REACHED.csv with the ids of its ends. Plans count for nothing. */
  event(project: string, stage: string, values: Stored): void;
  /** The values of a project's row with its stage: the highest reached, at the first date known of it. */
  applied(project: Stored): Stored;
  /** The events that rows of projects without any tell by `stage` and `stageAt`: project, stage, the rest. */
  told(): readonly (readonly [project: string, stage: string, values: Stored])[];
}

function better(one: Reached, other: Reached | undefined): boolean {
  if (other === undefined || one.rank !== other.rank) return other === undefined || one.rank > other.rank;
  return one.at !== undefined && (other.at === undefined || one.at < other.at);
}

export function newStages(): Stages {
  const codes = new Map<string, { readonly code: string; readonly rank: number }>();
  const reached = new Map<string, Reached>();
  const eventful = new Set<string>();
  const told: (readonly [string, string, Stored])[] = [];
  return {
    stage(values) {
      codes.set(String(values.id), { code: String(values.code), rank: Number(values.rank) });
    },
    event(project, stage, values) {
      eventful.add(project);
      const known = codes.get(stage);
      if (known === undefined || isPlan(values)) return;
      const event = { ...known, at: values.since === undefined ? undefined : String(values.since) };
      if (better(event, reached.get(project))) reached.set(project, event);
    },
    applied(project) {
      const event = reached.get(String(project.id));
      if (event === undefined) {
        const [stage] = [...codes].find(([, { code }]) => code === project.stage) ?? [];
        const { id, stageAt, status, sources } = project;
        if (stage !== undefined && !eventful.has(String(id)))
          told.push([
            String(id),
            stage,
            {
              ...(stageAt === undefined ? {} : { since: stageAt }),
              ...(status === undefined ? {} : { status }),
              ...(sources === undefined ? {} : { sources }),
            },
          ]);
        return project;
      }
      const { stage: _stage, stageAt: _stageAt, ...rest } = project;
      return { ...rest, stage: event.code, ...(event.at === undefined ? {} : { stageAt: event.at }) };
    },
    told: () => told,
  };
}
