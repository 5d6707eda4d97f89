// A running server takes up folders that have changed: all at once for all who ask, and only where they are sound.
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { createHold } from "../../src/http/hold.ts";
import { goesOn } from "../../src/http/stream-events.ts";
import { loadFolder } from "../../src/load/load.ts";
import { type RunningServer, startServer } from "../../src/server.ts";
import type { GraphStore } from "../../src/store/port.ts";
import { describeEachEngine } from "../support/engines.ts";
import { writeFolder } from "../support/folder.ts";

const rows = (word: string, count: number): string =>
  `id,name,summary,sources\n${Array.from({ length: count }, (_, at) => `enterprise:e${at},企业${at},${word},d:1`).join("\n")}\n`;
const document = "id,name,stem,lines\ndocument:d,文件,d,9\n";

const folderOf = (word: string, count = 30) =>
  writeFolder({ files: { "entities/Document.csv": document, "entities/Enterprise.csv": rows(word, count) } });

/** Puts a file in its place as editors do: at once. */
function save(folder: string, text: string): void {
  const beside = join(folder, "Enterprise.csv.part");
  writeFileSync(beside, text);
  renameSync(beside, join(folder, "entities/Enterprise.csv"));
}

/** What is written on a busy machine is waited for as well: requests are held for as long as one may take. */
const settingsOf = (folder: string) =>
  readSettings({
    SEED_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "silent",
    FOLLOW_SECONDS: "1",
    TIMEOUT_MS: "250000",
  });

/** A store whose writes wait, after so many, until the test lets them go. */
function heldAfter(store: GraphStore, most: number) {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  let left = most;
  const write: GraphStore["write"] = async (...given) => {
    if (left-- <= 0) await held;
    return store.write(...given);
  };
  return {
    slow: { ...store, write },
    go,
    hold: (after: number) => {
      left = after;
    },
  };
}

async function until<T>(look: () => Promise<T>, wanted: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (wanted(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describeEachEngine("a running server", (open) => {
  let server: RunningServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  const start = async (folder: string, given?: GraphStore, timeout = "250000") => {
    const store = given ?? (await open());
    const settings = { ...settingsOf(folder), TIMEOUT_MS: Number(timeout) };
    server = await startServer(settings, { store });
    await server.seeded;
    const { url } = server;
    const ask = () =>
      fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ enterprises(first: 100) { totalCount nodes { summary } } }" }),
      });
    const words = async () => {
      const answer = await ask();
      const { data } = (await answer.json()) as {
        data: { enterprises: { totalCount: number; nodes: { summary: string }[] } } | null;
      };
      if (data === null) return { version: null, told: "" };
      const { totalCount, nodes } = data.enterprises;
      return {
        version: answer.headers.get("x-dataset-version"),
        told: JSON.stringify([...new Set(nodes.map(({ summary }) => summary)), nodes.length, totalCount]),
      };
    };
    const ready = async () =>
      (await fetch(`${url}/ready`)).json() as Promise<{ ready: boolean; dataset: string }>;
    const lastLoad = async () =>
      ((await (await fetch(`${url}/state`)).json()) as { lastLoad: { outcome: string } | null }).lastLoad
        ?.outcome;
    return { words, ready, lastLoad, ask };
  };

  test("answers from a changed folder, each answer all from the one or all from the other", async () => {
    const folder = folderOf("旧");
    const { words, ready } = await start(folder);
    // On a busy machine an answer may come without its version.
    const before = await until(words, ({ version }) => version !== null);
    expect(before.told).toBe('["旧",30,30]');
    save(folder, rows("新", 31));
    const seen = new Set<string>();
    const after = await until(
      async () => {
        const one = await words();
        seen.add(`${one.version ?? (one.told === before.told ? before.version : "")} ${one.told}`);
        return one;
      },
      ({ told, version }) => told !== before.told && version !== null,
    );
    seen.delete(` ${after.told}`);
    expect(after.told).toBe('["新",31,31]');
    expect([...seen]).toEqual([`${before.version} ${before.told}`, `${after.version} ${after.told}`]);
    expect(after.version).not.toBe(before.version);
    expect(await until(ready, (one) => one.ready)).toMatchObject({ ready: true, dataset: after.version });
  }, 300_000);

  test("goes on with what it has where the folder has a problem or much would go, until that is mended", async () => {
    const folder = folderOf("旧");
    const { words, ready, lastLoad } = await start(folder);
    const before = await until(words, ({ version }) => version !== null);
    // Unsound: a column that is none. Then: a third of what is there would go.
    for (const [wrong, outcome] of [
      [rows("坏", 30).replace("summary", "sumary"), "failed"],
      [rows("少", 20), "declined"],
    ] as const) {
      save(folder, wrong);
      await until(lastLoad, (last) => last === outcome);
      expect((await words()).told).toBe(before.told);
      expect(await until(ready, (one) => one.ready)).toMatchObject({ ready: true, dataset: before.version });
    }
    save(folder, rows("好", 30));
    const after = await until(words, ({ told }) => told !== before.told);
    expect(after.told).toBe('["好",30,30]');
  }, 300_000);

  test("refuses rather than answers from half while another process loads, and answers again after it", async () => {
    const folder = folderOf("旧");
    const store = await open();
    const { words, ask } = await start(folder, store);
    const before = await until(words, ({ version }) => version !== null);
    const { slow, go } = heldAfter(store, 1);
    const loading = loadFolder(slow, folderOf("新", 31), { beside: true });
    try {
      const refused = await until(ask, ({ status }) => status !== 200);
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_READY" } }] });
      const table = await fetch(`${server?.url}/q/documents.csv`);
      expect([table.status, table.headers.get("retry-after")]).toEqual([503, "2"]);
      expect((await fetch(`${server?.url}/health`)).status).toBe(200);
    } finally {
      go();
    }
    const { dataset } = await loading;
    await until(ask, ({ status }) => status === 200);
    const after = await until(words, ({ version }) => version !== null);
    expect(after.told).toBe('["新",31,31]');
    expect([after.version, before.version === after.version]).toEqual([dataset.version, false]);
  }, 300_000);

  test("refuses whoever waits longer than a request may while a folder is taken up", async () => {
    const folder = folderOf("旧");
    const opened = await open();
    const { slow, go, hold } = heldAfter(opened, Number.POSITIVE_INFINITY);
    const { words, ask } = await start(folder, slow, "1000");
    await until(words, ({ version }) => version !== null);
    // The record is written, the facts are not.
    hold(1);
    save(folder, rows("新", 31));
    try {
      const refused = await until(ask, ({ status }) => status === 503);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_READY" } }] });
    } finally {
      go();
    }
    const after = await until(words, ({ told }) => told === '["新",31,31]');
    expect(after.told).toBe('["新",31,31]');
  }, 300_000);

  test("takes up a folder that could not be loaded when it was started", async () => {
    const folder = folderOf("好");
    save(folder, rows("坏", 30).replace("summary", "sumary"));
    const store = await open();
    const settings = settingsOf(folder);
    server = await startServer(settings, { store });
    await expect(server.seeded).rejects.toThrow(/sumary/);
    const { url } = server;
    save(folder, rows("好", 30));
    const ready = await until(
      async () => (await fetch(`${url}/ready`)).json() as Promise<{ ready: boolean; nodes?: number }>,
      (one) => one.ready,
    );
    expect(ready.nodes).toBe(31);
    rmSync(folder, { recursive: true });
  }, 300_000);
});

describe("while the data are exchanged", () => {
  test("an answer that goes on for as long as somebody listens is not waited for", async () => {
    // Longer than the test may take.
    const hold = createHold((_, response) => {
      response.write("begun");
      response.emit(goesOn);
    }, 3_600_000);
    const server = createServer(hold.listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const listening = new AbortController();
    try {
      const { port } = server.address() as AddressInfo;
      await fetch(`http://127.0.0.1:${port}/`, { signal: listening.signal });
      expect(await hold.exclusively(async () => "exchanged")).toBe("exchanged");
    } finally {
      listening.abort();
      server.close();
    }
  });

  test("requests before are answered first, those that come wait, and /health does not", async () => {
    const events: string[] = [];
    const release: (() => void)[] = [];
    const hold = createHold((request, response) => {
      events.push(`begins ${request.url}`);
      if (request.url === "/slow") release.push(() => response.end("slow"));
      else response.end("done");
    }, 60_000);
    const server = createServer(hold.listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const slow = fetch(`${url}/slow`).then((answer) => answer.text());
      await until(
        async () => release.length,
        (count) => count === 1,
      );
      let end: () => void = () => undefined;
      const exchanged = hold.exclusively(async () => {
        events.push("exchange");
        await new Promise<void>((resolve) => {
          end = resolve;
        });
        events.push("over");
      });
      const late = fetch(`${url}/late`).then((answer) => answer.text());
      expect(await (await fetch(`${url}/health`)).text()).toBe("done");
      expect(events).toEqual(["begins /slow", "begins /health"]);
      release[0]?.();
      expect(await slow).toBe("slow");
      await until(
        async () => events.includes("exchange"),
        (is) => is,
      );
      end();
      await exchanged;
      expect(await late).toBe("done");
      expect(events).toEqual(["begins /slow", "begins /health", "exchange", "over", "begins /late"]);
    } finally {
      server.close();
    }
  });
});
