// A server over a folder of data and a real Chromium beside it, for the suites of the pages.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { chromiumPath, startChromium } from "./chromium.ts";
import { serveFolder, type TestServer } from "./server.ts";

export interface Browsing {
  readonly server: TestServer;
  readonly browser: Browser;
}

/** Starts both before the tests of a file and stops them after; where there is no Chromium, neither is started. */
export function browsing(folder: string): Browsing {
  let started: Browsing | undefined;
  const running = (): Browsing => {
    if (started === undefined) throw new Error("server and browser are there within tests only");
    return started;
  };
  beforeAll(async () => {
    if (chromiumPath === undefined) return;
    const [server, browser] = await Promise.all([serveFolder(folder), startChromium()]);
    started = { server, browser };
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.server.close();
  });
  return {
    get server() {
      return running().server;
    },
    get browser() {
      return running().browser;
    },
  };
}
