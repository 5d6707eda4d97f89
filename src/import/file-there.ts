// Whether a file that is named on a command line can be read, told before anything tries: what it is, or what was meant.
import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";

/** Names that are told at the most. */
const mostNamed = 3;

const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");

/** Files of the folder whose names are a slip away, or begin alike, the nearest first. */
function nearNames(path: string, endings: readonly string[]): string[] {
  let names: string[];
  try {
    names = readdirSync(dirname(path));
  } catch {
    return [];
  }
  const wanted = plain(basename(path, extname(path)));
  return names
    .filter((name) => !/^[.~]/.test(name) && endings.includes(extname(name).toLowerCase()))
    .map((name) => {
      const own = plain(basename(name, extname(name)));
      const alike = wanted !== "" && own !== "" && (own.includes(wanted) || wanted.includes(own));
      return { name, apart: own === wanted ? 0 : alike ? 1 : distance(own, wanted) };
    })
    .filter(({ apart }) => apart <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((one, other) => one.apart - other.apart || (one.name < other.name ? -1 : 1))
    .slice(0, mostNamed)
    .map(({ name }) => join(dirname(path), name));
}

/**
 * Refuses what is no file that can be read.
 * @param endings of files that may have been meant, as ".xlsx"
 * @throws IndustryGraphError BAD_ARGUMENT saying whether the file or its folder is missing, and which names are near
 */
export function requireFile(file: string, endings: readonly string[]): void {
  const fail = (message: string): never => {
    throw new IndustryGraphError("BAD_ARGUMENT", `${file}: ${message}`);
  };
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) fail(`is not there: there is no folder ${folder}.`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    const near = nearNames(file, endings);
    fail(
      `is not there${near.length === 0 ? `: no file of that name is in ${folder}.` : `: did you mean ${near.join(" or ")}?`}`,
    );
  } else if (found.isDirectory()) fail("is a folder: name a file in it.");
  else if (!found.isFile()) fail("is no file but a pipe, a device or a socket.");
  else if (found.size === 0) fail("is empty (0 bytes): save it again where it comes from.");
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    fail(`may not be read by this user (${(error as NodeJS.ErrnoException).code}).`);
  }
}
