// Completes package-lock.json: an entry for each optional package of another platform. Where a registry does not
// show those, npm leaves them out, and `npm ci` of npm 11 then refuses the file. Run by `npm run lock`.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));

/** What a package's name says of its platform, as in js-linux-x64-gnu or cli-win32-arm64. */
function platformOf(name) {
  const match = /-(android|darwin|freebsd|linux|win32)-(arm64|arm|x64|ia32)(?:-(gnu|musl|msvc))?$/.exec(name);
  if (match === null) return undefined;
  const [, os, cpu, abi] = match;
  const libc = os !== "linux" ? undefined : abi === "musl" ? "musl" : abi === "gnu" ? "glibc" : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

let added = 0;
for (const owner of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (lock.packages[place] !== undefined || platform === undefined) continue;
    lock.packages[place] = {
      version,
      cpu: platform.cpu,
      ...(owner.dev ? { dev: true } : {}),
      ...(platform.libc === undefined ? {} : { libc: platform.libc }),
      license: owner.license,
      optional: true,
      os: platform.os,
      ...(owner.engines === undefined ? {} : { engines: owner.engines }),
    };
    added += 1;
  }
}
for (const entry of Object.values(lock.packages)) delete entry.resolved;
const root = lock.packages[""];
const sorted = Object.fromEntries(
  Object.entries(lock.packages)
    .filter(([place]) => place !== "")
    .sort(([one], [other]) => one.localeCompare(other, "en")),
);
lock.packages = { "": root, ...sorted };
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${added} entries of other platforms added\n`);
