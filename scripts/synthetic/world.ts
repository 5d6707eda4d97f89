// How large each part of a synthetic world is, and the ids of what it has. The same sizes give the same ids.
import { cities, districts, industries, levels, links, provinces, tracks } from "./words.ts";

export interface World {
  readonly seed: number;
  readonly enterprises: number;
  readonly parks: number;
  readonly regions: number;
  readonly clusters: number;
  readonly parts: number;
  readonly certifications: number;
  readonly institutions: number;
  readonly projects: number;
  /** Districts, counted from the first, that report output and give measures: all of them from 14,400 enterprises on. */
  readonly reporting: number;
}

/** The sizes that go with a number of enterprises. */
export function worldOf(enterprises: number, seed: number): World {
  const regions = provinces.length * cities.length * districts.length;
  return {
    seed,
    enterprises,
    parks: Math.max(20, Math.round(enterprises / 200)),
    regions,
    clusters: industries.length,
    parts: industries.length * links.length,
    certifications: tracks.length * levels.length,
    institutions: Math.max(10, Math.round(enterprises / 1_000)),
    projects: Math.round(enterprises / 10),
    reporting: Math.min(regions, Math.ceil(enterprises / 20)),
  };
}

export const enterpriseId = (index: number): string => `enterprise:synthetic-${index}`;
export const parkId = (index: number): string => `park:synthetic-${index}`;
export const clusterId = (index: number): string => `cluster:synthetic-${index}`;
export const partId = (index: number): string => `cluster:synthetic-part-${index}`;
export const certificationId = (index: number): string => `certification:synthetic-${index}`;
export const institutionId = (index: number): string => `institution:synthetic-${index}`;
export const exchangeId = (index: number): string => `institution:synthetic-exchange-${index}`;
export const projectId = (index: number): string => `project:synthetic-${index}`;
export const countryId = "region:synthetic";

/** The province, city and district of a district's index, each counted from 0. */
export function placeOf(district: number): { province: number; city: number; part: number } {
  const part = district % districts.length;
  const rest = Math.floor(district / districts.length);
  return { province: Math.floor(rest / cities.length), city: rest % cities.length, part };
}

/** The administrative code of a place: two digits a level, provinces from 91. */
export function adminCode(province: number, city?: number, part?: number): string {
  const two = (value: number | undefined): string =>
    String(value === undefined ? 0 : value + 1).padStart(2, "0");
  return `${91 + province}${two(city)}${two(part)}`;
}

export const regionId = (code: string): string => `region:synthetic-${code}`;

/** The id of a district's region. */
export function districtId(district: number): string {
  const { province, city, part } = placeOf(district);
  return regionId(adminCode(province, city, part));
}

/** The one document that everything cites: it says that nothing of it is true. */
export const stem = "synthetic-data";
export const documentLines = 1_000;
export const cite = (index: number): string => `${stem}:${1 + (index % documentLines)}`;
