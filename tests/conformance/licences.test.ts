// What the package brings along: under which licences, and that its list of parts (SBOM) names all of it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Licences that ask for no more than to be named. Another one is to be looked at before it is let in. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT AND Apache-2.0",
]);

const shipped = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
const nameIn = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + 13);

test("every package that is installed with ours has a licence that lets it be passed on", () => {
  const others = shipped.filter(([, { license }]) => !allowed.has(license ?? ""));
  expect(others.map(([path, { license }]) => `${nameIn(path)}: ${license ?? "none"}`)).toEqual([]);
  expect(shipped.length).toBeGreaterThan(20);
});

test("the list of parts, as CycloneDX, names just these with their versions, licences and hashes", () => {
  const text = execFileSync(process.execPath, [`${root}scripts/sbom.mjs`], { encoding: "utf8" });
  const told = JSON.parse(text) as {
    bomFormat: string;
    components: { name: string; version: string; licenses?: unknown[]; hashes?: unknown[] }[];
  };
  expect(told.bomFormat).toBe("CycloneDX");
  const named = shipped.map(([path, { version }]) => `${nameIn(path)}@${version}`);
  expect(new Set(told.components.map(({ name, version }) => `${name}@${version}`))).toEqual(new Set(named));
  // Of builds for other platforms the lock file has no hash.
  const platforms = new Set(
    shipped.filter(([, { optional }]) => optional === true).map(([path]) => nameIn(path)),
  );
  for (const { name, licenses = [], hashes = [] } of told.components)
    expect([name, licenses.length > 0, hashes.length > 0 || platforms.has(name)]).toEqual([name, true, true]);
});
