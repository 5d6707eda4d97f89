// Follows the Dockerfile in plain folders: what a stage copies is copied, what it runs is run by this machine's Node.
// No engine of containers is needed, so that the file can be tried wherever the suites run; what an engine adds (the
// pinned base, layers, limits) is not seen by it.
import { execFileSync } from "node:child_process";
import { chownSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";

export interface Image {
  /** The folder that is its root. */
  readonly root: string;
  readonly workdir: string;
  readonly user: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
}

/** The instructions of a Dockerfile: word and rest, lines that go on in the next put together. */
function instructionsOf(text: string): readonly [string, string][] {
  const lines = text.replace(/^\s*#.*\n/gm, "").replace(/\\\n\s*/g, "");
  return [...lines.matchAll(/^([A-Z]+) +(.*)$/gm)].map(([, word = "", rest = ""]) => [word, rest]);
}

/** What of a folder reaches a build: the .dockerignore leaves all out but what it names. */
function contextOf(folder: string): readonly string[] {
  const [first, ...rest] = readFileSync(join(folder, ".dockerignore"), "utf8").trim().split("\n");
  if (first !== "*" || rest.some((line) => !line.startsWith("!")))
    throw new Error(".dockerignore is expected to leave out all but what it names");
  return rest.map((line) => line.slice(1));
}

const listIn = (text: string): string[] => JSON.parse(text.slice(text.indexOf("["))) as string[];

/** Builds the last stage below a folder. @throws Error on an instruction that is not known here, or one that fails */
export function buildImage(folder: string, place: string): Image {
  const context = contextOf(folder);
  let root = place;
  let workdir = "/";
  let [user, command, healthcheck]: [string, string[], string[]] = ["", [], []];
  const environment: Record<string, string> = {};
  const inside = (path: string): string => join(root, resolve(workdir, path));

  function copy(rest: string): void {
    const words = rest.split(/ +/);
    const options = new Map(
      words.flatMap((word) =>
        word.startsWith("--") ? [word.slice(2).split("=", 2) as [string, string]] : [],
      ),
    );
    const paths = words.filter((word) => !word.startsWith("--"));
    const to = paths.pop() ?? "";
    const from = options.get("from");
    const base = from === undefined ? folder : join(place, from);
    const sources = from === undefined && paths[0] === "." ? context : paths;
    for (const source of sources) {
      const isAllowed = context.some((one) => source === one || source.startsWith(`${one}/`));
      if (from === undefined && !isAllowed) throw new Error(`COPY ${source}: .dockerignore leaves it out`);
      const at = join(base, source);
      // A folder's contents are copied, a file goes under its name into a folder; "." is all of the context.
      const isAll = paths[0] === ".";
      const isInto = isAll || (to.endsWith("/") && !statSync(at).isDirectory());
      const name = isAll ? source : basename(source);
      cpSync(at, isInto ? join(inside(to), name) : inside(to), { recursive: true, verbatimSymlinks: true });
      const [uid, gid] = options.get("chown")?.split(":").map(Number) ?? [];
      if (uid !== undefined && gid !== undefined) chownSync(inside(to), uid, gid);
    }
  }

  for (const [word, rest] of instructionsOf(readFileSync(join(folder, "Dockerfile"), "utf8"))) {
    if (word === "FROM") {
      root = join(place, / AS (\S+)$/.exec(rest)?.[1] ?? "image");
      workdir = "/";
      mkdirSync(root, { recursive: true });
    } else if (word === "WORKDIR") {
      workdir = rest;
      mkdirSync(inside("."), { recursive: true });
    } else if (word === "COPY") copy(rest);
    else if (word === "RUN")
      execFileSync("bash", ["-c", rest], { cwd: inside("."), stdio: ["ignore", "pipe", "pipe"] });
    else if (word === "USER") user = rest;
    else if (word === "ENV")
      for (const one of rest.split(/ +/))
        environment[one.split("=", 1)[0] ?? ""] = one.slice(one.indexOf("=") + 1);
    else if (word === "CMD") command = listIn(rest);
    else if (word === "HEALTHCHECK") healthcheck = listIn(rest);
    else if (!["ARG", "EXPOSE", "VOLUME"].includes(word)) throw new Error(`${word} is not followed here`);
  }
  return { root, workdir, user, environment, command, healthcheck };
}

/** What runs a command in an image as its user, shut up in its root; for whoever may do that, root. */
export function insideOf({ root, workdir, user }: Image, command: readonly string[]): readonly string[] {
  const [uid = "", gid = ""] = user.split(":");
  return [`--root=${root}`, `--wd=${workdir}`, `--setuid=${uid}`, `--setgid=${gid}`, ...command];
}

/** All files of an image, links among them, by their paths in it. */
export function filesOf(root: string, under = "/"): string[] {
  return readdirSync(join(root, under), { withFileTypes: true }).flatMap((entry) => {
    const path = join(under, entry.name);
    return entry.isDirectory() ? filesOf(root, path) : [path];
  });
}

/** Whether somebody else than root may write a file or folder. */
export function isWritable(path: string): boolean {
  const { uid, mode } = statSync(path);
  return uid !== 0 || (mode & 0o022) !== 0;
}
