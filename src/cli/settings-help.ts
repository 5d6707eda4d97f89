// The settings as a table, for --help and the README.
import { settingsTable } from "../config.ts";

/** The settings for --help. */
export function settingsHelp(): string {
  const rows = Object.entries(settingsTable).map(([name, { fallback, help }]) => {
    const value = fallback === "" ? "" : ` [${fallback}]`;
    return `  ${name.padEnd(16)} ${help}${value}`;
  });
  return `\nSettings (environment variables) [default]:\n${rows.join("\n")}

Examples:
  industry-graph start                          serve GraphiQL, on the embedded engine unless NEO4J_URI is set
  industry-graph check ./my-data                find every problem of a folder, write nothing
  industry-graph load ./my-data                 make the store equal to the folder
  industry-graph template Enterprise            the header of entities/Enterprise.csv
  industry-graph query cluster.allMembers --param id=cluster:xishan-new-energy

Exit codes: 0 done, 1 failed, 2 wrong arguments or settings, 130 stopped by Ctrl-C before it was done.`;
}

/** The settings as a Markdown table. */
export function settingsMarkdown(): string {
  const rows = Object.entries(settingsTable).map(
    ([name, { fallback, help }]) => `| \`${name}\` | ${fallback === "" ? "" : `\`${fallback}\``} | ${help} |`,
  );
  return ["| setting | default | what it is for |", "|---|---|---|", ...rows].join("\n");
}
