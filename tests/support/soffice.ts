// A real LibreOffice for the suite of tables: Debian's package, or SOFFICE. Each conversion has a profile of its own.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const places = [process.env.SOFFICE, "/usr/bin/soffice", "/usr/local/bin/soffice"].filter(
  (place): place is string => place !== undefined && place !== "",
);

/** The program, or undefined; REQUIRE_SOFFICE=1 makes its absence an error. */
export const soffice = places.find((place) => existsSync(place));

if (soffice === undefined) {
  const message =
    "NO LIBREOFFICE: the suite of its tables is SKIPPED. `apt-get install --no-install-recommends libreoffice-calc-nogui`, or SOFFICE=file.";
  if (process.env.REQUIRE_SOFFICE === "1") throw new Error(message);
  console.warn(`\n!!! ${message}\n`);
}

/** Comma, double quotes, UTF-8, from the first line: as people choose it in the window that asks. */
const asCsv = "44,34,76,1";

/**
 * The first sheet of a file as CSV, as LibreOffice has read it and writes what it holds.
 * @param file a workbook, or CSV in UTF-8
 */
export async function throughLibreOffice(file: string): Promise<string> {
  if (soffice === undefined) throw new Error("There is no LibreOffice for tests.");
  const folder = mkdtempSync(join(tmpdir(), "industry-graph-"));
  const out = join(folder, "out");
  await promisify(execFile)(soffice, [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`,
    "--headless",
    ...(file.endsWith(".csv") ? [`--infilter=Text - txt - csv (StarCalc):${asCsv}`] : []),
    "--convert-to",
    // Cells as they are, not as they are shown.
    `csv:Text - txt - csv (StarCalc):${asCsv},,0,false,false`,
    "--outdir",
    out,
    file,
  ]);
  const [written] = readdirSync(out);
  if (written === undefined) throw new Error(`LibreOffice has made nothing of ${file}.`);
  return readFileSync(join(out, written), "utf8").replace(/^\uFEFF/, "");
}
