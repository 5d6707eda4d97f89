// The stage that each project has reached, and whether it reached a later one before an earlier, derived of its
// REACHED relations before projects are stored. Knows the rules and no store.

import { newFingerprints } from "../packed/fingerprints.ts";
import { deriveRelation, isPlan } from "./derive.ts";
import { newInts } from "./ints.ts";
import { ownText } from "./own-text.ts";
import type { Stored } from "./rows.ts";

/** An event of a project. */
interface Event {
  readonly code: string;
  readonly rank: number;
  readonly at: string | undefined;
  /** The days it lies between for certain, as numbers such as 20240131; undefined where it has no date. */
  readonly earliest: number | undefined;
  readonly latest: number | undefined;
}

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

function isBetter(one: Event, other: Event | undefined): boolean {
  if (other === undefined || one.rank !== other.rank) return other === undefined || one.rank > other.rank;
  return one.at !== undefined && (other.at === undefined || one.at < other.at);
}

const numberOf = (day: unknown): number => Number(String(day).replaceAll("-", ""));

function isOutOfOrder(events: readonly Event[]): boolean {
  return events.some(({ rank, earliest }) =>
    events.some(
      ({ rank: later, latest }) =>
        later > rank && latest !== undefined && earliest !== undefined && latest < earliest,
    ),
  );
}

/** Events by project, kept as numbers: a large folder has millions. */
function newEvents() {
  const projects = newFingerprints();
  /** For each project the place of its last event; for each event that of the one before, and four numbers. */
  const [last, kept] = [newInts(), newInts()];
  const dates: string[] = [];
  const dateNumbers = new Map<string, number>();
  const none = -1;

  function numberOfDate(date: string): number {
    const known = dateNumbers.get(date);
    if (known !== undefined) return known;
    const own = ownText(date);
    dateNumbers.set(own, dates.push(own) - 1);
    return dates.length - 1;
  }

  function indexOf(project: string): number {
    const known = projects.get(project);
    if (known !== undefined) return known;
    projects.set(project, last.length);
    last.push(none);
    return last.length - 1;
  }

  return {
    has: (project: string): boolean => projects.get(project) !== undefined,
    /** Takes note that the project has events, of which some may not count. */
    note: (project: string): void => void indexOf(project),
    add(project: string, stage: number, values: Stored): void {
      const index = indexOf(project);
      const { startEarliest, startLatest } = deriveRelation(values);
      const place = kept.length;
      kept.push(last.at(index));
      kept.push(stage);
      kept.push(values.since === undefined ? none : numberOfDate(String(values.since)));
      kept.push(startLatest === undefined || startEarliest === undefined ? 0 : numberOf(startEarliest));
      kept.push(startLatest === undefined ? 0 : numberOf(startLatest));
      last.set(index, place);
    },
    /** The events of a project, the last first. */
    of(project: string, stages: readonly { readonly code: string; readonly rank: number }[]): Event[] {
      const index = projects.get(project);
      const events: Event[] = [];
      if (index === undefined) return events;
      for (let place = last.at(index); place !== none; place = kept.at(place)) {
        const stage = stages[kept.at(place + 1)];
        if (stage === undefined) continue;
        events.push({
          ...stage,
          at: dates[kept.at(place + 2)],
          earliest: kept.at(place + 3) || undefined,
          latest: kept.at(place + 4) || undefined,
        });
      }
      return events;
    },
  };
}

export function newStages(): Stages {
  const stages: { readonly id: string; readonly code: string; readonly rank: number }[] = [];
  const events = newEvents();
  const told: (readonly [string, string, Stored])[] = [];
  return {
    stage(values) {
      stages.push({ id: String(values.id), code: String(values.code), rank: Number(values.rank) });
    },
    event(project, stage, values) {
      const index = stages.findIndex(({ id }) => id === stage);
      if (index === -1 || isPlan(values)) events.note(project);
      else events.add(project, index, values);
    },
    applied(project) {
      const id = String(project.id);
      const own = events.of(id, stages);
      const best = own.reduce<Event | undefined>(
        (one, other) => (isBetter(other, one) ? other : one),
        undefined,
      );
      if (best === undefined) {
        const stage = stages.find(({ code }) => code === project.stage);
        const { stageAt, status, sources } = project;
        if (stage !== undefined && !events.has(id))
          told.push([
            ownText(id),
            stage.id,
            {
              ...(stageAt === undefined ? {} : { since: stageAt }),
              ...(status === undefined ? {} : { status }),
              ...(sources === undefined ? {} : { sources: (sources as string[]).map(ownText) }),
            },
          ]);
        return project;
      }
      const { stage: _stage, stageAt: _stageAt, ...rest } = project;
      return {
        ...rest,
        stage: best.code,
        ...(best.at === undefined ? {} : { stageAt: best.at }),
        ...(isOutOfOrder(own) ? { outOfOrder: true } : {}),
      };
    },
    told: () => told,
  };
}
