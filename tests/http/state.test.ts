// /state tells what /ready tells, and what loads are doing and have done.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createLoadState } from "../../src/load/state.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { serveFolder } from "../support/server.ts";

async function stateOf(url: string): Promise<Record<string, unknown>> {
  const answer = await fetch(`${url}/state`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

test("a load is told while it goes on, and how it ended", async () => {
  const loads = createLoadState();
  expect(loads.now()).toEqual({ going: null, last: null });
  const progress = { step: "load", file: "entities/Park.csv", rows: 2, of: 9 };
  await loads.during(async (onProgress) => {
    expect(loads.now().going?.progress).toBeUndefined();
    onProgress(progress);
    expect(loads.now().going).toEqual({ since: expect.stringMatching(/^\d{4}-.*Z$/), progress });
    return { notes: [] };
  });
  expect(loads.now()).toMatchObject({ going: null, last: { outcome: "done" } });
  await loads.during(async () => ({}));
  expect(loads.now().last?.outcome).toBe("unchanged");
  await expect(loads.during(() => Promise.reject(new Error("no disk")))).rejects.toThrow("no disk");
  expect(loads.now()).toMatchObject({ going: null, last: { outcome: "failed" } });
});

test("a server tells its dataset and its last load; one whose folder has a problem tells that", async () => {
  const server = await serveFolder(writeFolder(fixture));
  try {
    const { version } = (await server.server.seeded).dataset;
    expect(await stateOf(server.url)).toMatchObject({
      ready: true,
      engine: "embedded",
      dataset: version,
      load: null,
      lastLoad: { outcome: "done" },
    });
  } finally {
    await server.close();
  }
});

test("a folder that is mended is told as taken up", async () => {
  const head = "id,name,sources\npark:a,甲园,d:1\n";
  const folder = writeFolder({
    files: {
      "entities/Document.csv": "id,name,stem,lines\ndocument:d,文件,d,9\n",
      "entities/Park.csv": head,
    },
  });
  const path = join(folder, "entities/Park.csv");
  const server = await serveFolder(folder, { FOLLOW_SECONDS: "1" });
  const until = async (outcome: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const state = await stateOf(server.url);
      const { load, lastLoad } = state as { load: unknown; lastLoad: { outcome: string } };
      if (load === null && lastLoad.outcome === outcome) return state;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  try {
    const before = await until("done");
    writeFileSync(path, `${head}no-id,乙园,d:1\n`);
    // The data before answer on, and no file of the machine is named.
    const refused = await until("failed");
    expect(refused).toMatchObject({ ready: true, dataset: before.dataset });
    expect(JSON.stringify(refused)).not.toContain(folder);
    writeFileSync(path, `${head}park:b,乙园,d:1\n`);
    const after = await until("done");
    expect(after.dataset).not.toBe(before.dataset);
    expect(after.nodes).toBe(3);
  } finally {
    await server.close();
  }
});
