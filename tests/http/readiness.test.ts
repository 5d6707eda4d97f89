// Health and readiness, and what is answered before there is data.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSettings } from "../../src/config.ts";
import { startServer } from "../../src/server.ts";
import { openEmbedded } from "../../src/store/embedded.ts";
import { fixture } from "../support/fixture.ts";
import { writeFolder } from "../support/folder.ts";
import { type GraphQLAnswer, serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture);
});
afterAll(() => server.close());

describe("health and readiness", () => {
  test("live at once; ready when the data is loaded, with what it is", async () => {
    expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ live: true });
    const ready = await fetch(`${server.url}/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, engine: "embedded", nodes: 39 });
  });

  test("not ready before there is data, nor while a load is unfinished", async () => {
    const store = openEmbedded();
    const broken = { files: { "entities/Park.csv": "id\n" } };
    const started = serve(broken, {}, store);
    await expect(started).rejects.toMatchObject({ code: "BAD_SEED" });
    await store.close();
  });
});

describe("while the first load is going on", () => {
  const question = {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: "{ parks { totalCount } __schema { queryType { name } } }" }),
  };

  test("questions are refused, not answered from what is there so far; after it they are answered", async () => {
    const store = openEmbedded();
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    // The engine as it is, but that its first write waits until the test has asked.
    const slow = new Proxy(store, {
      get(target, key: keyof typeof store) {
        if (key === "write")
          return (...given: Parameters<typeof store.write>) => held.then(() => store.write(...given));
        const member = target[key];
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
    const settings = readSettings({ PORT: "0", LOG_LEVEL: "silent", SEED_DIR: writeFolder(fixture) });
    const running = await startServer(settings, { store: slow });
    try {
      const early = await fetch(`${running.url}/graphql`, question);
      const { data, errors } = (await early.json()) as GraphQLAnswer;
      expect(data).toBeNull();
      expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
        [["parks"], "NOT_READY"],
      ]);
      expect(errors?.[0]?.message).toContain("/ready");
      expect((await fetch(`${running.url}/ready`)).status).toBe(503);
      go();
      await running.seeded;
      const late = await fetch(`${running.url}/graphql`, question);
      expect(await late.json()).toEqual({
        data: { parks: { totalCount: 3 }, __schema: { queryType: { name: "Query" } } },
      });
    } finally {
      go();
      await running.close();
      await store.close();
    }
  });
});
