// Dates and periods as spans of days: first day, last day, length. The one place where a date as precise as its
// source, or a period, is turned into days; pure, knows no graph.

/** Days from the first to the last, both included, as ISO dates. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

const two = (number: number): string => String(number).padStart(2, "0");

function lastOfMonth(year: number, month: number): string {
  return `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** The days that a date may mean: the whole of 2021 for `2021`, one day for `2021-12-03`. */
export function spanOfDate(date: string): Span {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31` };
  if (day !== undefined) return { start: date, end: date };
  return { start: `${date}-01`, end: lastOfMonth(Number(year), Number(month)) };
}

/**
 * The first and last day of a period.
 * @param period `2022`, `2022-H1`, `2022-Q3`, `2023-10`, `2023-10-07` or two dates with a slash between
 */
export function spanOfPeriod(period: string): Span {
  const [from = "", to] = period.split("/");
  if (to !== undefined) return { start: spanOfDate(from).start, end: spanOfDate(to).end };
  const part = /^(\d{4})-([HQ])(\d)$/.exec(period);
  if (part === null) return spanOfDate(period);
  const [year, months, number] = [Number(part[1]), part[2] === "H" ? 6 : 3, Number(part[3])];
  const last = months * number;
  return { start: `${year}-${two(last - months + 1)}-01`, end: lastOfMonth(year, last) };
}

/**
 * How long a span is, as an ISO 8601 duration: whole months where it begins with a first and ends with a last of
 * a month (`P12M`, `P6M`), else days (`P1D`). Two periods may be set side by side only if these are equal.
 */
export function lengthOf({ start, end }: Span): string {
  const [year = 0, month = 0, day = 0] = start.split("-").map(Number);
  const [toYear = 0, toMonth = 0] = end.split("-").map(Number);
  if (day === 1 && end === lastOfMonth(toYear, toMonth))
    return `P${(toYear - year) * 12 + toMonth - month + 1}M`;
  const days = (Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000 + 1;
  return `P${Math.round(days)}D`;
}
