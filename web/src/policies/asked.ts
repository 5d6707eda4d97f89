// What the address of the page of policies asks: measure, place, status, day.

/** How enterprises may stand to a measure. */
export const statuses = ["ELIGIBLE", "NEARLY", "UNKNOWN", "INELIGIBLE"] as const;

export interface Asked {
  readonly measure: string | null;
  readonly region: string | null;
  readonly park: string | null;
  readonly status: string | null;
  readonly on: string | null;
}

/** The address of the next page of the list: whatever else is asked begins at its first. */
export function nextOf(asked: Asked, after: string): string {
  return `${addressOf(asked, {})}&${new URLSearchParams({ after })}`;
}

/** The address that asks for something else. */
export function addressOf(asked: Asked, change: Partial<Asked>): string {
  const values = Object.entries({ ...asked, ...change }).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  );
  return `/policies?${new URLSearchParams(values)}`;
}

/** What an address says beside the day. */
export const keptOf = ({ on: _, ...rest }: Asked): Record<string, string> =>
  Object.fromEntries(Object.entries(rest).filter((pair): pair is [string, string] => pair[1] !== null));
