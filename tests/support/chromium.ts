// A real Chromium for the suites of the pages: Debian's package, or CHROMIUM. Each visit is a fresh profile; what the
// console says against the page and what leaves the machine are kept, to be looked at by every test.
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].filter((place): place is string => place !== undefined && place !== "");

/** The browser's file, or undefined; REQUIRE_CHROMIUM=1 makes its absence an error. */
export const chromiumPath = places.find((place) => existsSync(place));

if (chromiumPath === undefined) {
  const message =
    "NO CHROMIUM: the suites of the pages are SKIPPED. `apt-get install chromium fonts-noto-cjk`, or CHROMIUM=file.";
  if (process.env.REQUIRE_CHROMIUM === "1") throw new Error(message);
  console.warn(`\n!!! ${message}\n`);
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser; `more` are further flags, as for one without WebGL. */
export function startChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: [...flags, ...more] });
}

export interface Visit {
  readonly page: Page;
  /** Errors and warnings of the console, exceptions, and requests to other machines, since the visit began. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

const here = /^(?:https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/|data:|blob:|about:)/;

/** Milliseconds that a page is waited for. */
const patience = 120_000;

/** Opens a page in a fresh profile. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  // As slow as a machine may be that has much else to do: a wait that ends by a fault ends by the test's own limit.
  page.setDefaultTimeout(patience);
  page.setDefaultNavigationTimeout(patience);
  const complaints: string[] = [];
  page.on("console", (message) => {
    // What the driver says of software rendering is not of the page's making.
    if (/GPU stall due to ReadPixels|software WebGL/i.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    if (!here.test(request.url())) complaints.push(`leaves the machine: ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}
