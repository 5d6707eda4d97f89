// The settings, one table: name, default, help. Parsed once; printed by --help and in the README.
import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { z } from "zod";
import { accessSettings, list } from "./access/settings.ts";
import { IndustryGraphError } from "./errors.ts";
import { packaged } from "./packaged.ts";

/** A whole number written in digits: `0x10`, `1e3` and a space are none. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number in digits")
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const port = whole(0, 65_535);
const count = whole(1, Number.MAX_SAFE_INTEGER);
/** What a timer takes: beyond it, one would go off at once. */
const milliseconds = whole(1, 2 ** 31 - 1);

function isAddressRange(text: string): boolean {
  const [address = "", bits, more] = text.split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (most < 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

/** Every setting: environment variable, schema, default as written, what it is for. */
export const settingsTable = {
  PORT: { schema: port, fallback: "4000", help: "Port to listen on; 0 takes any free one." },
  HOST: { schema: z.string().regex(/^\S+$/), fallback: "127.0.0.1", help: "Address to listen on." },
  ...accessSettings,
  DATA_DIR: { schema: z.string().min(1), fallback: "data", help: "Folder of the embedded engine's data." },
  SEED_DIR: {
    schema: z.string().min(1),
    fallback: "seed",
    help: "Folder of CSV files that `start` loads; the package's own where the working directory has no `seed`.",
  },
  FOLLOW_SECONDS: {
    schema: whole(0, 86_400),
    fallback: "2",
    help: "Seconds between two looks of a running server at the folders of SEED_DIR: what has changed is taken up; 0 for never.",
  },
  OPERATIONS_DIR: {
    schema: z.string(),
    fallback: "",
    help: "Folder of your own named questions (GraphQL files as in operations/), beside the project's.",
  },
  TEXT_DIR: {
    schema: z.string(),
    fallback: "",
    help: "Folder of the documents' texts (files named by their stem, as `report-1.txt`), which a document's page then shows line by line to whoever may read.",
  },
  WATCH_DIR: {
    schema: z.string(),
    fallback: "",
    help: "Folder of the questions that `industry-graph watch` keeps, with the record of what was told to whom; `watches` in DATA_DIR where empty.",
  },
  WATCH_RETRY_SECONDS: {
    schema: whole(1, 86_400),
    fallback: "5",
    help: "Seconds until a delivery that failed is tried again; twice as long each time, up to six hours.",
  },
  NEO4J_URI: {
    schema: z.union([
      z.literal(""),
      z
        .string()
        .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/\S+$/, "must begin with bolt://, neo4j:// or their +s forms"),
    ]),
    fallback: "",
    help: "Address of a Neo4j server; empty means the embedded engine.",
  },
  NEO4J_USER: { schema: z.string(), fallback: "neo4j", help: "User of the Neo4j server." },
  NEO4J_PASSWORD: { schema: z.string(), fallback: "", help: "Its password; empty means no authentication." },
  NEO4J_DATABASE: { schema: z.string(), fallback: "", help: "Database; empty means the server's default." },
  NEO4J_POOL_SIZE: { schema: count, fallback: "50", help: "Connections to a Neo4j server at the most." },
  EXPLAIN: {
    schema: z.enum(["auto", "on", "off"]),
    fallback: "auto",
    help: "Whether the header `x-explain: 1` is answered; auto means on where HOST is loopback and ALLOWED_HOSTS names no others.",
  },
  TIMEOUT_MS: { schema: milliseconds, fallback: "10000", help: "Milliseconds a request may take." },
  MAX_BODY_BYTES: { schema: count, fallback: "262144", help: "Size of a request's body at the most." },
  MAX_DEPTH: { schema: count, fallback: "24", help: "Levels of nesting in a query at the most." },
  MAX_ALIASES: { schema: count, fallback: "50", help: "Aliases in a query at the most." },
  MAX_TOKENS: { schema: count, fallback: "4000", help: "Tokens in a query at the most." },
  MAX_COST: {
    schema: count,
    fallback: "100000",
    help: "Entities a query may ask for at the most: the product of `first` along each nested list, summed.",
  },
  MAX_LOOKED: {
    schema: count,
    fallback: "1000000",
    help: "What a list of a whole kind may look at, at the most: how many there are, times what its filter, sums and groups ask of each (docs/filters.md).",
  },
  BUDGET: {
    schema: z.enum(["off", "measure", "enforce"]),
    fallback: "measure",
    help: "Whether each who asks (a token, or an address) has a budget: `measure` only counts those who ask more, in /metrics and the log; `enforce` answers them 429.",
  },
  REQUESTS_PER_MINUTE: { schema: count, fallback: "600", help: "Requests of one in a minute." },
  COST_PER_MINUTE: {
    schema: count,
    fallback: "1000000",
    help: "Cost of one's questions in a minute, reckoned as MAX_COST is.",
  },
  TRUSTED_PROXIES: {
    schema: list.refine((all) => all.every(isAddressRange), "takes addresses, or ranges such as 10.0.0.0/8"),
    fallback: "",
    help: "Addresses, separated by commas, of proxies whose `x-forwarded-for` tells who asks.",
  },
  MAX_STREAMS: {
    schema: count,
    fallback: "500",
    help: "Subscriptions that are listened to at once, of all; more are refused with OVERLOADED.",
  },
  MAX_STREAMS_EACH: { schema: count, fallback: "20", help: "Those of one token or address." },
  CACHE_MB: {
    schema: whole(1, 1_000_000),
    fallback: "128",
    help: "Megabytes for documents, plans and answers that are kept, together.",
  },
  KEEP_ANSWERS: {
    schema: z.enum(["on", "off"]),
    fallback: "on",
    help: "Whether answers are kept, and given again to whoever asks the same of the same data.",
  },
  LOG_LEVEL: {
    schema: z.enum(["silent", "error", "warn", "info", "debug"]),
    fallback: "info",
    help: "How much is logged.",
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
    fallback: "",
    help: "Address of an OpenTelemetry collector that takes traces, as http://localhost:4318; without it none are made.",
  },
  OTEL_EXPORTER_OTLP_PROTOCOL: {
    schema: z.literal(
      "http/json",
      "must be http/json, which collectors take at the same address as http/protobuf",
    ),
    fallback: "http/json",
    help: "How traces are sent to it; there is no other way yet.",
  },
} as const;

type Table = typeof settingsTable;
export type Settings = { readonly [K in keyof Table]: z.infer<Table[K]["schema"]> };

/** Folders separated by commas, the package's own seed in place of `seed` where the working directory has none. */
function withOwnSeed(folders: string): string {
  const { fallback } = settingsTable.SEED_DIR;
  if (existsSync(fallback)) return folders;
  const own = (folder: string): string => (folder.trim() === fallback ? packaged(fallback) : folder);
  return folders.split(",").map(own).join(",");
}

/**
 * The settings from environment variables.
 * @throws IndustryGraphError BAD_SETTING naming every variable that is wrong, its value and what is expected.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settingsTable)) {
    const given = environment[name];
    const value = given === undefined || given === "" ? setting.fallback : given.trim();
    const parsed = setting.schema.safeParse(value);
    if (parsed.success) settings[name] = parsed.data;
    else {
      const secret = name.includes("PASSWORD") ? "(hidden)" : JSON.stringify(value);
      problems.push(
        `${name}=${secret}: ${parsed.error.issues.map((issue) => issue.message).join("; ")}. ${setting.help}`,
      );
    }
  }
  if (settings.OIDC_ISSUER !== undefined && settings.OIDC_ISSUER !== "" && settings.OIDC_AUDIENCE === "")
    problems.push(
      "OIDC_AUDIENCE is missing: with OIDC_ISSUER it says for whom tokens must be made; without it, those made for any other service would do.",
    );
  if (problems.length > 0)
    throw new IndustryGraphError("BAD_SETTING", `Bad settings:\n  ${problems.join("\n  ")}`);
  settings.SEED_DIR = withOwnSeed(String(settings.SEED_DIR));
  return settings as Settings;
}

/** Whether an address to listen on is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** Whether a server is asked from this machine alone: under other names something stands before it, and asks for others. */
export const isOwnMachine = ({ HOST, ALLOWED_HOSTS }: Pick<Settings, "HOST" | "ALLOWED_HOSTS">): boolean =>
  isLoopback(HOST) && ALLOWED_HOSTS.every(isLoopback);

/** Whether `x-explain: 1` is answered under these settings. */
export const explainAllowed = (settings: Pick<Settings, "EXPLAIN" | "HOST" | "ALLOWED_HOSTS">): boolean =>
  settings.EXPLAIN === "on" || (settings.EXPLAIN === "auto" && isOwnMachine(settings));
