#!/usr/bin/env node
// The command line: industry-graph --help. It runs what `npm run build` has written.
import { existsSync } from "node:fs";

const compiled = new URL("../dist/cli.js", import.meta.url);
if (existsSync(compiled)) await import(compiled.href);
else {
  process.stderr.write(
    "There is no compiled code: run npm ci, or npm run build:server, in the project's folder.\n",
  );
  process.exitCode = 1;
}
