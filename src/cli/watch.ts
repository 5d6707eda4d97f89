// `watch`: keeps a question of the catalogue, and tells a receiver after each load who newly matches.
import { type Command, InvalidArgumentError } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import {
  dropWatch,
  journalPath,
  keepWatch,
  readWatch,
  watchesPath,
  watchNames,
  whileLocked,
} from "../watch/folder.ts";
import { readJournal } from "../watch/journal.ts";
import { checkWatchName, newSecret, type Watch, webhookAddress } from "../watch/watch.ts";
import { answering, type Where } from "./answering.ts";
import { pairOf } from "./ask.ts";
import { interruptible } from "./interrupt.ts";
import { listedWatches, watchTable } from "./watch-list.ts";
import { recordTable } from "./watch-record.ts";

/** Milliseconds to wait for a process that works on a watch: as long as a receiver may take, and a little. */
const patience = 20_000;

function missing(name: string, folder: string): IndustryGraphError {
  const names = watchNames(folder);
  const there = names.length === 0 ? "there is none" : `there are ${names.join(", ")}`;
  return new IndustryGraphError("BAD_ARGUMENT", `There is no watch ${name} in ${folder}: ${there}.`);
}

interface Adding extends Where {
  readonly webhook?: string;
  readonly again: readonly string[];
  readonly withPresent?: boolean;
}

async function add(name: string, question: string, pairs: string[], options: Adding): Promise<void> {
  const [{ openCatalogue }, { matching, questionOf, readingOf }, { variablesFrom }] = await Promise.all([
    import("../catalogue/open.ts"),
    import("../watch/ask.ts"),
    import("../catalogue/variables.ts"),
  ]);
  checkWatchName(name);
  const settings = readSettings(process.env);
  const folder = watchesPath(settings);
  const { schema, catalogue } = openCatalogue(settings);
  const operation = questionOf(schema, catalogue, question);
  const variables = variablesFrom(operation, pairs.map(pairOf));
  const paging = ["first", "after"].filter((one) => operation.paged && one in variables);
  if (paging.length > 0)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `${question}: a watch asks for all rows; leave out ${paging.join(" and ")}.`,
    );
  readingOf(schema, operation, options.again);
  const webhook =
    options.webhook === undefined ? undefined : { url: webhookAddress(options.webhook), secret: newSecret() };
  if (readWatch(folder, name) !== undefined)
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `There is a watch ${name} already: remove it first, or choose another name.`,
    );
  const made = new Date().toISOString();
  const watch: Watch = {
    name,
    question,
    variables,
    again: [...options.again],
    made,
    ...(webhook && { webhook }),
  };
  const where = { url: options.url, token: options.token ?? process.env.INDUSTRY_GRAPH_TOKEN };
  // Those who match already are found in any case: a question that cannot be asked is not kept.
  const found = await answering(where, async (answers) => {
    const { version } = await answers.answering();
    return version === null ? undefined : matching(schema, answers, operation, watch);
  });
  const keys = [...new Set(found?.matches.map(({ key }) => key))];
  const begun = options.withPresent === true || found === undefined;
  keepWatch(folder, watch, {
    is: "begun",
    at: made,
    version: begun ? null : found.version,
    keys: begun ? [] : keys,
  });
  const of = { watch: name, question, ...(webhook && { webhook: webhook.url }) };
  await createAudit(settings)({ what: "watch added", by: commandUser(), ...of });
  if (webhook !== undefined) process.stdout.write(`${webhook.secret}\n`);
  const told =
    found === undefined ? "No data are loaded yet" : `${keys.length} match now (dataset ${found.version})`;
  const first = begun ? "the first digest tells of all of them" : "digests tell of those who come";
  process.stderr.write(
    `${told}; ${first}. The feed is /watch/${encodeURIComponent(name)}.atom of a server with these settings.\n${
      webhook === undefined
        ? ""
        : `Deliveries to ${webhook.url} are signed with the secret above (Standard Webhooks); it is kept in ${folder}.\n`
    }`,
  );
}

function list(json: boolean): void {
  const shown = listedWatches(watchesPath(readSettings(process.env)));
  process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : `${watchTable(shown)}\n`);
  for (const { name, problem, broken } of shown) {
    if (!broken) continue;
    process.stderr.write(`${name} cannot be used: ${problem}\n`);
    process.exitCode = 1;
  }
}

async function remove(name: string): Promise<void> {
  const settings = readSettings(process.env);
  const folder = watchesPath(settings);
  if (!watchNames(folder).includes(name)) throw missing(name, folder);
  const done = await whileLocked(folder, name, patience, async () => {
    dropWatch(folder, name);
    return true;
  });
  if (done === undefined)
    throw new IndustryGraphError("STORE_LOCKED", `Another process works on ${name}: try again in a moment.`);
  await createAudit(settings)({ what: "watch removed", by: commandUser(), watch: name });
  process.stdout.write(`Removed ${name}: nothing more is asked or sent for it.\n`);
}

async function deliver(names: string[], where: Where): Promise<void> {
  const { delivering } = await import("./watch-deliver.ts");
  const settings = readSettings(process.env);
  const folder = watchesPath(settings);
  for (const name of names) if (!watchNames(folder).includes(name)) throw missing(name, folder);
  const wanted = names.length === 0 ? watchNames(folder) : names;
  const { signal, done } = interruptible();
  try {
    await answering({ ...where, token: where.token ?? process.env.INDUSTRY_GRAPH_TOKEN }, async (answers) => {
      const { lines, failed } = await delivering(settings, answers, wanted, { patience, signal });
      for (const line of lines) process.stdout.write(`${line}\n`);
      if (failed) process.exitCode = 1;
    });
  } finally {
    done();
  }
}

function columnsNamed(text: string): string[] {
  const columns = text.split(/[\s,]+/).filter((part) => part !== "");
  if (columns.length > 0) return columns;
  throw new InvalidArgumentError("They are names of columns, separated by commas.");
}

/** The options of those that ask: where. */
const asking = (command: Command): Command =>
  command
    .option("--url <address>", "ask a running server; found by itself where one has the data folder open")
    .option("--token <token>", "the server's token, where it asks for one (or INDUSTRY_GRAPH_TOKEN)");

export function watchCommand(program: Command): void {
  const watch = program
    .command("watch")
    .description("keep a question, and tell a webhook and a feed after each load who newly matches");
  asking(
    watch
      .command("add <NAME> <QUESTION> [VARIABLES...]")
      .description(
        "keep a question of `ask`, or all of a kind, as `watch add giants measure-candidates measure=… status=ELIGIBLE`",
      )
      .option("--webhook <address>", "send each digest there, signed; the secret is printed once")
      .option(
        "--again <columns>",
        "tell of somebody again when one of these columns changes, as stage",
        columnsNamed,
        [] as string[],
      )
      .option("--with-present", "tell in the first digest of those who match already"),
  ).action(add);
  watch
    .command("list")
    .description("list the watches, what they know and what waits to be delivered")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => list(json === true));
  watch
    .command("record <NAME>")
    .description("print what has been told to whom, and how it went")
    .option("--json", "print the digests as they were sent, a line each")
    .action((name: string, { json }: { json?: boolean }) => {
      const folder = watchesPath(readSettings(process.env));
      if (readWatch(folder, name) === undefined) throw missing(name, folder);
      const { events } = readJournal(journalPath(folder, name));
      process.stdout.write(recordTable(events, json === true));
    });
  asking(
    watch
      .command("deliver [NAMES...]")
      .description(
        "ask now whether somebody newly matches, and deliver what waits, without waiting for its time",
      ),
  ).action(deliver);
  watch
    .command("remove <NAME>")
    .description("forget a watch, with its record and what has not been delivered")
    .action(remove);
}
