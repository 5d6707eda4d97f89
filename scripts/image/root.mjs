// node scripts/image/root.mjs FOLDER: lays out the root of the image's file system there: Node, the libraries that it
// and the packages' native parts are linked with, and what the C library reads to find names of hosts and users. There
// is no shell, no package manager and no tool of a system in it.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

const [root, ...rest] = process.argv.slice(2);
if (root === undefined || rest.length > 0)
  throw new Error("node root.mjs FOLDER: names one folder to write into");

/** Puts a file of this system, links followed, into the image. */
function put(file, at = file) {
  mkdirSync(dirname(join(root, at)), { recursive: true });
  copyFileSync(realpathSync(file), join(root, at));
}

/** The libraries that a file is linked with, by the paths under which they are looked for. */
function librariesOf(file) {
  const lines = execFileSync("ldd", [file], { encoding: "utf8" }).split("\n");
  const missing = lines.find((line) => line.includes("not found"));
  if (missing !== undefined) throw new Error(`${file} needs a library that is not here: ${missing.trim()}`);
  return lines.flatMap((line) => /(?:=> |^\s*)(\/\S+) \(0x/.exec(line)?.[1] ?? []);
}

const native = readdirSync("node_modules", { recursive: true }).filter((file) => file.endsWith(".node"));
const linked = [process.execPath, ...native.map((file) => join("node_modules", file))];
for (const library of new Set(linked.flatMap(librariesOf))) put(library);
put(process.execPath, "/usr/local/bin/node");
chmodSync(join(root, "usr/local/bin/node"), 0o755);
if (existsSync("/etc/nsswitch.conf")) put("/etc/nsswitch.conf");
mkdirSync(join(root, "etc"), { recursive: true });
writeFileSync(join(root, "etc/passwd"), "root:x:0:0:root:/:\nnode:x:1000:1000:node:/app:\n");
writeFileSync(join(root, "etc/group"), "root:x:0:\nnode:x:1000:\n");
mkdirSync(join(root, "tmp"), { recursive: true });
chmodSync(join(root, "tmp"), 0o1777);
