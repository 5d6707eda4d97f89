// Where the package lies: its schema, its questions and its seed come with it, wherever it is started from.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package's own folder: above src/ as above dist/, since what is compiled lies in dist/ without subfolders. */
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The path of a file or folder that comes with the package, such as `cypher`.
 * @throws Error where it is missing: the package was copied in part
 */
export function packaged(path: string): string {
  const found = join(root, path);
  if (!existsSync(found)) throw new Error(`${found} is missing: install or build the package again.`);
  return found;
}

/** The version of the package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return version;
}
