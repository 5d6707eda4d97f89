// Loaded into the server that is measured: writes its memory to the file that MEMORY_LOG names, twice a second.
import { appendFileSync } from "node:fs";

const log = process.env.MEMORY_LOG;
if (log !== undefined) {
  const timer = setInterval(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    appendFileSync(log, `${JSON.stringify({ at: Date.now(), rss, heapUsed, external })}\n`);
  }, 500);
  timer.unref();
}
