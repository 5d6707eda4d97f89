// Whether a file that is named on a command line can be read, told before anything tries: what it is, or what was meant.
import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { IndustryGraphError } from "../errors.ts";
import { distance, plainWord } from "../load/distance.ts";

/** Names that are told at the most. */
const mostNamed = 3;

/** Files of the folder whose names are a slip away, or begin alike, the nearest first. */
function nearNames(path: string, endings: readonly string[]): string[] {
  let names: string[];
  try {
    names = readdirSync(dirname(path));
  } catch {
    return [];
  }
  const wanted = plainWord(basename(path, extname(path)));
  return names
    .filter((name) => !/^[.~]/.test(name) && endings.includes(extname(name).toLowerCase()))
    .map((name) => {
      const own = plainWord(basename(name, extname(name)));
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
  const fail = (message: string, zh: string): never => {
    throw new IndustryGraphError("BAD_ARGUMENT", `${file}: ${message}`, {}, { zh: `${file}：${zh}` });
  };
  const folder = dirname(resolve(file));
  if (!existsSync(folder))
    fail(`is not there: there is no folder ${folder}.`, `找不到：没有文件夹 ${folder}。`);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    const near = nearNames(file, endings);
    if (near.length === 0)
      fail(`is not there: no file of that name is in ${folder}.`, `找不到：${folder} 中没有这个文件。`);
    fail(`is not there: did you mean ${near.join(" or ")}?`, `找不到：您要的是不是 ${near.join("，或 ")}？`);
  } else if (found.isDirectory()) fail("is a folder: name a file in it.", "是文件夹：请指明其中的文件。");
  else if (!found.isFile())
    fail("is no file but a pipe, a device or a socket.", "不是普通文件，而是管道、设备或套接字。");
  else if (found.size === 0)
    fail("is empty (0 bytes): save it again where it comes from.", "是空文件（0 字节）：请重新保存。");
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    fail(`may not be read by this user (${code}).`, `当前用户无权读取（${code}）。`);
  }
}
