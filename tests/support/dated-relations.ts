// Relations dated at each precision, and what each is as of several dates, worked out by hand.
import type { CsvRecord } from "./folder.ts";

/** A relation's dates and what it is as of several dates, worked out by hand. */
export const cases: readonly [string, CsvRecord, Readonly<Record<string, string>>][] = [
  ["undated", {}, { "2020": "UNKNOWN", "2030": "UNKNOWN" }],
  [
    "since-year",
    { since: "2021" },
    {
      "2020": "NOT_YET",
      "2020-12": "NOT_YET",
      "2020-12-31": "NOT_YET",
      "2021-01-01": "UNKNOWN",
      "2021-06": "UNKNOWN",
      "2021-11": "UNKNOWN",
      "2021-12-30": "UNKNOWN",
      "2021": "VALID",
      "2021-12": "VALID",
      "2021-12-31": "VALID",
      "2022-01-01": "VALID",
    },
  ],
  [
    "since-month",
    { since: "2021-06" },
    {
      "2021-05": "NOT_YET",
      "2021-05-31": "NOT_YET",
      "2021-06-01": "UNKNOWN",
      "2021-06-29": "UNKNOWN",
      "2021-06": "VALID",
      "2021-06-30": "VALID",
      "2021": "VALID",
      "2020": "NOT_YET",
    },
  ],
  [
    "since-day",
    { since: "2021-06-15" },
    {
      "2021-06-14": "NOT_YET",
      "2021-06-15": "VALID",
      "2021-06": "VALID",
      "2021-05": "NOT_YET",
      "2021": "VALID",
    },
  ],
  [
    "until-year",
    { since: "2015", until: "2021" },
    {
      "2014": "NOT_YET",
      "2020": "VALID",
      "2021-01-01": "VALID",
      "2021-06": "UNKNOWN",
      "2021": "UNKNOWN",
      "2022-01-01": "ENDED",
      "2022": "ENDED",
    },
  ],
  [
    "until-month",
    { since: "2015", until: "2021-06" },
    {
      "2021-05": "VALID",
      "2021-06-01": "VALID",
      "2021-06-02": "UNKNOWN",
      "2021-06": "UNKNOWN",
      "2021-07": "ENDED",
      "2021": "ENDED",
    },
  ],
  [
    "until-day",
    { since: "2015", until: "2021-06-15" },
    {
      "2021-06-15": "VALID",
      "2021-06-16": "ENDED",
      "2021-06": "ENDED",
      "2020": "VALID",
    },
  ],
  ["only-until", { until: "2021" }, { "2010": "UNKNOWN", "2021": "UNKNOWN", "2022": "ENDED" }],
  ["target", { since: "2021", status: "TARGET" }, { "2020": "NOT_YET", "2022": "UNKNOWN" }],
  ["forecast", { since: "2021", status: "FORECAST" }, { "2020": "NOT_YET", "2021": "UNKNOWN" }],
  ["implied", { since: "2021", status: "IMPLIED" }, { "2021": "VALID" }],
];

/** Certifications: the year of recognition, the year of re-examination, the term of three years. */
export const certified: readonly [string, CsvRecord, Readonly<Record<string, string>>][] = [
  [
    "year-only",
    { year: 2019 },
    { "2018": "NOT_YET", "2019-06": "UNKNOWN", "2019": "VALID", "2021": "VALID", "2022": "UNKNOWN" },
  ],
  [
    "renewed",
    { year: 2019, renewedIn: 2022 },
    { "2018": "NOT_YET", "2021": "VALID", "2024": "VALID", "2025-06": "UNKNOWN" },
  ],
  [
    "renewed-only",
    { renewedIn: 2022 },
    { "2018": "UNKNOWN", "2022": "VALID", "2024": "VALID", "2026": "UNKNOWN" },
  ],
  ["since-wins", { since: "2019-09", year: 2019 }, { "2019-08": "NOT_YET", "2019-09": "VALID" }],
  [
    "withdrawn",
    { year: 2019, until: "2020-03" },
    { "2019": "VALID", "2020-02": "VALID", "2020-04": "ENDED" },
  ],
];
