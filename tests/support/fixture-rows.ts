// Rows of the small world for tests, with the columns that all of a file have.
import type { CsvRecord } from "./folder.ts";

/** What all of them cite. */
export const s = "doc-a:1";

export const enterprise = (id: string, name: string, more: CsvRecord = {}): CsvRecord => ({
  id: `enterprise:${id}`,
  name,
  aliases: "",
  founded: "",
  capital: "",
  listed: "",
  industry: "",
  products: "",
  status: "",
  sources: s,
  ...more,
});

export const relation = (from: string, to: string, more: CsvRecord = {}): CsvRecord => ({
  from,
  to,
  key: "",
  since: "",
  until: "",
  status: "",
  sources: s,
  ...more,
});
