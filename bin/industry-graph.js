#!/usr/bin/env node
// The command line: industry-graph --help.
import { register } from "tsx/esm/api";

register();
await import("../src/cli.ts");
