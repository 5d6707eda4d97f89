// The stage that each project has reached, and whether it reached a later one before an earlier, derived of its
// REACHED relations before projects are stored. Knows the rules and no store.
import { deriveRelation, isPlan } from "./derive.ts";
import { newTexts, ownText } from "./own-text.ts";
import type { Stored } from "./rows.ts";

interface Reached {
  readonly code: string;
  readonly rank: number;
  readonly at: string | undefined;
}

/** What is kept of a project's events. */
interface Course {
  best: Reached | undefined;
  /** Of each dated event three numbers: rank, and the days it lies between for certain, such as 20240131. */
  readonly dates: number[];
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

function better(one: Reached, other: Reached | undefined): boolean {
  if (other === undefined || one.rank !== other.rank) return other === undefined || one.rank > other.rank;
  return one.at !== undefined && (other.at === undefined || one.at < other.at);
}

const numberOf = (day: unknown): number => Number(String(day).replaceAll("-", ""));

function isOutOfOrder(dates: readonly number[]): boolean {
  for (let one = 0; one < dates.length; one += 3) {
    for (let other = 0; other < dates.length; other += 3) {
      const [rank = 0, earliest = 0] = [dates[one], dates[one + 1]];
      const [later = 0, latest = 0] = [dates[other], dates[other + 2]];
      if (later > rank && latest < earliest) return true;
    }
  }
  return false;
}

export function newStages(): Stages {
  const codes = new Map<string, { readonly code: string; readonly rank: number }>();
  const courses = new Map<string, Course>();
  const dateOf = newTexts();
  const courseOf = (project: string): Course => {
    const known = courses.get(project);
    if (known !== undefined) return known;
    const course: Course = { best: undefined, dates: [] };
    courses.set(ownText(project), course);
    return course;
  };
  const told: (readonly [string, string, Stored])[] = [];
  return {
    stage(values) {
      codes.set(String(values.id), { code: String(values.code), rank: Number(values.rank) });
    },
    event(project, stage, values) {
      const course = courseOf(project);
      const known = codes.get(stage);
      if (known === undefined || isPlan(values)) return;
      const event = { ...known, at: values.since === undefined ? undefined : dateOf(String(values.since)) };
      if (better(event, course.best)) course.best = event;
      const { startEarliest, startLatest } = deriveRelation(values);
      if (startLatest === undefined) return;
      course.dates.push(known.rank, numberOf(startEarliest), numberOf(startLatest));
    },
    applied(project) {
      const course = courses.get(String(project.id));
      const event = course?.best;
      if (course === undefined || event === undefined) {
        const [stage] = [...codes].find(([, { code }]) => code === project.stage) ?? [];
        const { id, stageAt, status, sources } = project;
        if (stage !== undefined && course === undefined)
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
      const late = isOutOfOrder(course.dates);
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
