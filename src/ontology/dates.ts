// The form in which dates and periods are kept, and why a text is none. Pure; knows no rows.

function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a text is a date as precise as known: `2021`, `2021-12` or `2021-12-03`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? "1"), Number(match[3] ?? "1")];
  return year >= 1000 && isRealDate(year, month, day);
}

/** Whether a text is a period: a date, a half, a quarter, or two dates with a slash between. */
export function isPeriod(text: string): boolean {
  const halves = text.split("/");
  if (halves.length === 2) return halves.every(isDate) && (halves[0] ?? "") <= (halves[1] ?? "");
  return halves.length === 1 && (isDate(text) || /^\d{4}-(?:H[12]|Q[1-4])$/.test(text));
}

/** Why a text is no date or period, where that can be told: the year last, or a spreadsheet's number of a day. */
export function whyNoDate(text: string): string | undefined {
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(text))
    return "is no date that can be read in one way only: write the year first, as 2015-03-01";
  if (/^\d{4}年?[底末初]$/.test(text)) return "is no date: write the year, 2015, or the day, 2015-12-31";
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(text))
    return "is no date but a spreadsheet's number of a day: format the column as yyyy-mm-dd and save it again";
  return undefined;
}
