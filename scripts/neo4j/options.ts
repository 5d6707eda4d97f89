// The options of `npm run neo4j`: flags, else environment variables, else defaults; all checked before anything starts.
import { parseArgs } from "node:util";
import { z } from "zod";
import { lines, partsOf } from "./lines.ts";

const port = z
  .string()
  .regex(/^\d{1,5}$/, "write a port number, such as 7687; 0 takes any free one")
  .transform(Number)
  .refine((value) => value <= 65_535, "a port is at most 65535");

const schema = z.object({
  bolt: port,
  http: port,
  files: port,
  data: z.string().min(1, "name a folder"),
  heap: z.string().regex(/^[1-9]\d*[mg]$/i, "write a size such as 512m or 2g"),
  line: z.enum(lines, `write ${lines.join(" or ")}`),
  by: z.enum(["auto", "docker", "java"], "write auto, docker or java"),
});

export type LauncherOptions = z.infer<typeof schema>;

const table = {
  bolt: { variable: "NEO4J_BOLT_PORT", fallback: "7687", help: "port of Bolt; 0 takes any free one" },
  http: {
    variable: "NEO4J_HTTP_PORT",
    fallback: "7474",
    help: "port of Neo4j Browser; 0 takes any free one",
  },
  files: {
    variable: "NEO4J_FILES_PORT",
    fallback: "0",
    help: "port of the style and the guide for Neo4j Browser; 0 takes any free one",
  },
  data: {
    variable: "NEO4J_DATA",
    fallback: partsOf["5.26"].data,
    help: `folder of the database; kept between starts; of the line 2025 ${partsOf["2025"].data}`,
  },
  heap: { variable: "NEO4J_HEAP", fallback: "1g", help: "memory for the server's heap" },
  line: {
    variable: "NEO4J_LINE",
    fallback: "5.26",
    help: "5.26, with long support, or 2025, the current line (JDK 21+)",
  },
  by: { variable: "NEO4J_BY", fallback: "auto", help: "docker, java, or auto: Docker where it answers" },
} as const;

/** The text of `--help`. */
export function launcherHelp(): string {
  const rows = Object.entries(table).map(
    ([name, { variable, fallback, help }]) =>
      `  --${name.padEnd(6)} ${variable.padEnd(16)} ${help} [${fallback}]`,
  );
  return `Starts a real Neo4j with Neo4j Browser on this machine, by Docker, or by JDK 17+ and Maven. Ctrl-C stops it.

  npm run neo4j -- --bolt 7688 --http 7475

  option   or variable      [default]
${rows.join("\n")}
`;
}

/**
 * The options from a command line and an environment, or undefined where help is asked for.
 * @throws Error naming every option that is wrong and what to write
 */
export function readLauncherOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LauncherOptions | undefined {
  const flags = Object.fromEntries(Object.keys(table).map((name) => [name, { type: "string" as const }]));
  const parsedArgs = parseArgs({ args: [...args], options: { ...flags, help: { type: "boolean" } } });
  const values: Readonly<Record<string, unknown>> = parsedArgs.values;
  if (values.help === true) return undefined;
  const given = Object.fromEntries(
    Object.entries(table).map(([name, { variable, fallback }]) => [
      name,
      values[name] ?? (environment[variable] || fallback),
    ]),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `--${name} ${String(given[name])}: ${issue.message}.`;
    });
    throw new Error(problems.join("\n"));
  }
  const { bolt, http } = parsed.data;
  const isGiven = values.data !== undefined || Boolean(environment[table.data.variable]);
  const data = isGiven ? parsed.data.data : partsOf[parsed.data.line].data;
  if (bolt === http && bolt !== 0) throw new Error(`--bolt and --http are both ${bolt}: give two ports.`);
  return { ...parsed.data, data };
}
