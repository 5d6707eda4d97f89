// Data that the last release has left, opened by this version: release-0.1.0/ holds a folder and what 0.1.0 made of it.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readDataset } from "../../src/load/dataset.ts";
import { loadFolder } from "../../src/load/load.ts";
import { ensureSeed } from "../../src/load/start.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { asked, contents } from "../support/loading-again.ts";

const release = fileURLToPath(new URL("release-0.1.0", import.meta.url));

/** The data folder as 0.1.0 left it, opened, and the folder of CSV that it was made of. */
function left(): { readonly store: GraphStore; readonly folder: string; readonly work: string } {
  const place = mkdtempSync(join(tmpdir(), "upgrade-"));
  writeFileSync(join(place, "graph.grafeo"), gunzipSync(readFileSync(join(release, "graph.grafeo.gz"))));
  const folder = join(place, "my-data");
  cpSync(join(release, "my-data"), folder, { recursive: true });
  const store = openEmbedded({ path: place });
  onTestFinished(() => store.close());
  return { store, folder, work: join(place, "work") };
}

test("answers as it is, and is told that its names are to be read anew", async () => {
  const { store, folder, work } = left();
  expect(await readDataset(store)).toMatchObject({ state: "READY", nodes: 6 });
  const { message } = await ensureSeed(store, folder, work);
  expect(message).toContain("holds the data of /srv/my-data");
  expect(message).toContain("read by another version");
  expect(await asked(store, '{ enterprise(id: "enterprise:one") { name park { name } } }')).toEqual({
    enterprise: { name: "无锡鑫宏业线缆科技股份有限公司", park: { name: "锡山经济技术开发区" } },
  });
});

test("becomes by one load what an empty store becomes", async () => {
  const { store, folder } = left();
  const fresh = openEmbedded();
  onTestFinished(() => fresh.close());
  await loadFolder(store, folder);
  await loadFolder(fresh, folder);
  expect(await contents(store)).toBe(await contents(fresh));
  const question = `{ enterprise(name: "鑫宏业") { id } enterprises(filter: {
    region: "无锡", certifications: { some: { node: { level: NATIONAL }, year: 2021 } } }) { totalCount } }`;
  expect(await asked(store, question)).toEqual({
    enterprise: { id: "enterprise:one" },
    enterprises: { totalCount: 1 },
  });
});
