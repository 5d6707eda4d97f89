// A copy of the project that a test changes as a developer would, and runs.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const parts = [
  ...["bin", "src", "schema", "schema.graphql", "cypher", "operations", "seed", "scripts", "docs"],
  // Scripts that take pictures start a server and a browser as the tests do.
  "tests/support",
];
const files = ["README.md", "package.json", "tsconfig.json"];

const ask = `
import { createService } from "./src/api/service.ts";
import { loadFolder } from "./src/load/load.ts";
import { openEmbedded } from "./src/store/embedded.ts";
import { parse, validate } from "graphql";
const store = openEmbedded();
await loadFolder(store, process.env.SEED_DIR ?? "");
const { schema, executor } = createService(store);
const document = parse(process.env.QUERY ?? "");
const errors = validate(schema, document);
const answer = errors.length > 0 ? { errors } : await executor({ schema, document });
process.stdout.write(JSON.stringify(answer));
await store.close();
`;

/** A copy of the project in a temporary folder. */
export interface ProjectCopy {
  readonly folder: string;
  /** Runs a program of the copy by its sources, such as src/cli.ts, and gives what it printed. */
  run(args: readonly string[], more?: Readonly<Record<string, string>>): string;
  read(file: string): string;
  write(file: string, text: string): void;
  /** Puts text in front of the first place where a file has `before`. */
  insert(file: string, before: string, text: string): void;
  /** The header of a CSV file, and rows under it, each with its values by column. */
  writeRows(file: string, name: string, rows: readonly Readonly<Record<string, string>>[]): void;
  /** Loads the copy's data into an embedded store and asks it. */
  ask(query: string): unknown;
}

/** Copies the project. */
export function copyProject(name: string): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), `industry-graph-${name}-`));
  for (const part of [...parts, ...files]) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "ask.ts"), ask);
  const at = (file: string): string => join(folder, file);
  const read = (file: string): string => readFileSync(at(file), "utf8");
  const write = (file: string, text: string): void => writeFileSync(at(file), text);
  const run: ProjectCopy["run"] = (args, more = {}) => {
    try {
      return execFileSync(process.execPath, ["--import", "tsx", ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, NEO4J_URI: "", DATA_DIR: at("data"), SEED_DIR: at("seed"), ...more },
        stdio: ["ignore", "pipe", "pipe"],
      });
    } catch (error) {
      // A compiler tells its findings on stdout.
      (error as Error).message += `\n${(error as { stdout?: string }).stdout ?? ""}`;
      throw error;
    }
  };
  return {
    folder,
    run,
    read,
    write,
    insert(file, before, text) {
      const old = read(file);
      const place = old.indexOf(before);
      if (place === -1) throw new Error(`${file} has no ${before}`);
      write(file, `${old.slice(0, place)}${text}${old.slice(place)}`);
    },
    writeRows(file, template, rows) {
      const header = run(["src/cli.ts", "template", template]).trim();
      const lines = rows.map((row) =>
        header
          .split(",")
          .map((column) => row[column] ?? "")
          .join(","),
      );
      write(file, `${[header, ...lines].join("\n")}\n`);
    },
    ask: (query) => JSON.parse(run(["ask.ts"], { QUERY: query })) as unknown,
  };
}
