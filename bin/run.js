#!/usr/bin/env node
// Runs a TypeScript file of this project: node bin/run.js scripts/generate.ts [arguments].
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";

register();
const file = resolve(process.argv[2] ?? "");
process.argv.splice(1, 2, file);
await import(pathToFileURL(file).href);
