// The stage that each project has reached, and whether it reached a later one before an earlier, derived of its
// REACHED relations before projects are stored. Knows the rules and no store.
import { deriveRelation, isPlan } from "./derive.ts";
import type { Stored } from "./rows.ts";

interface Reached {
  readonly code: string;
  readonly rank: number;
  readonly at: string | undefined;
}

/** An event as it counts for the order: rank, and as numbers such as 20240131 the days it lies between for certain. */
type Dated = readonly [rank: number, earliest: number, latest: number];

/** Gathers stages and events row by row; gives what projects have come to. */
export interface Stages {
  /** A row of Stage.csv. */
  stage(values: Stored): void;
  /** A row of REACHED.csv with the ids of its ends. Plans count for nothing. */
  event(project: string, stage: string, values: Stored): void;
  /**
   * The values of a project's row with its stage: the highest reached, at the first date known of it. Marked
   * `outOfOrder` where a later stage was surely reached before an earlier one; else without that mark.
   */
  applied(project: Stored): Stored;
  /** The events that rows of projects without any tell by `stage` and `stageAt`: project, stage, the rest. */
  told(): readonly (readonly [project: string, stage: string, values: Stored])[];
}

function better(one: Reached, other: Reached | undefined): boolean {
  if (other === undefined || one.rank !== other.rank) return other === undefined || one.rank > other.rank;
  return one.at !== undefined && (other.at === undefined || one.at < other.at);
}

const numberOf = (day: unknown): number => Number(String(day).replaceAll("-", ""));

function isOutOfOrder(events: readonly Dated[]): boolean {
  return events.some(([rank, earliest]) =>
    events.some(([later, , latest]) => later > rank && latest < earliest),
  );
}

export function newStages(): Stages {
  const codes = new Map<string, { readonly code: string; readonly rank: number }>();
  const reached = new Map<string, Reached>();
  const eventful = new Set<string>();
  const dated = new Map<string, Dated[]>();
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
      const { startEarliest, startLatest } = deriveRelation(values);
      if (startLatest === undefined) return;
      const day: Dated = [known.rank, numberOf(startEarliest), numberOf(startLatest)];
      dated.set(project, [...(dated.get(project) ?? []), day]);
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
      const late = isOutOfOrder(dated.get(String(project.id)) ?? []);
      return {
        ...rest,
        stage: event.code,
        ...(event.at === undefined ? {} : { stageAt: event.at }),
        ...(late ? { outOfOrder: true } : {}),
      };
    },
    told: () => told,
  };
}
