// Prints the list of all that is installed with the package, as CycloneDX. npm's own `--omit dev` leaves out what the
// tools of development use as well, so the whole list is taken and those of development alone are left out here.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 2 ** 26,
  shell: process.platform === "win32",
});
const all = JSON.parse(text);

// A version that is installed at several places is told once, with the mark of one of them.
const { packages } = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
const shipped = new Set(
  Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && dev !== true)
    .map(([path, { version }]) => `${path.slice(path.lastIndexOf("node_modules/") + 13)}@${version}`),
);
const isDevelopment = ({ name, version, properties = [] }) =>
  !shipped.has(`${name}@${version}`) &&
  properties.some((one) => one.name === "cdx:npm:package:development" && one.value === "true");
const left = new Set(all.components.filter(isDevelopment).map((component) => component["bom-ref"]));

all.components = all.components.filter((component) => !left.has(component["bom-ref"]));
all.dependencies = all.dependencies
  .filter(({ ref }) => !left.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => !left.has(one)) }));
process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
