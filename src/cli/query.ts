// `query`: runs a question file on the store and prints its rows.
import type { Command } from "commander";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import { dateForms, periodForms, readDate, readPeriod } from "../ontology/written.ts";
import { argumentValue } from "../plan/values.ts";
import type { Question, Questions } from "../questions/question.ts";
import { readQuestions } from "../questions/read.ts";
import type { Json, Parameters, Row } from "../store/port.ts";
import { allKinds, kindNamed, meantOf } from "./kind-argument.ts";
import { namedParameters } from "./query-names.ts";
import { table } from "./table.ts";
import { fromWhole } from "./whole-data.ts";
import { withStore } from "./with-store.ts";

function collect(value: string, all: string[]): string[] {
  return [...all, value];
}

/** Kinds are labels in a question; whatever else they are called does as well. */
function kindArgument(name: string, text: string): string {
  const kind = kindNamed(text);
  if (kind !== undefined) return kind;
  throw new IndustryGraphError("BAD_ARGUMENT", `${name}: ${text} is no kind${meantOf(text, allKinds())}`);
}

function json(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new IndustryGraphError("BAD_ARGUMENT", `${name} must be JSON, not ${text}.`);
  }
}

/** The value of an argument as written on the command line; a list is separated by commas. */
function typed(name: string, type: string, text: string): Json {
  const wrong = (what: string): never => {
    throw new IndustryGraphError("BAD_ARGUMENT", `${name} must be ${what}, not ${text}.`);
  };
  if (/JSON/.test(type)) return json(name, text);
  if (/^\[/.test(type)) {
    const parts = text.split(",").map((part) => part.trim());
    return parts
      .filter((part) => part !== "")
      .map((part) => typed(name, type.replace(/^\[|\]!?$/g, ""), part));
  }
  if (/^EntityKind/.test(type)) return kindArgument(name, text);
  if (/^Int/.test(type)) return /^-?\d+$/.test(text) ? Number(text) : wrong("a whole number");
  if (/^Float/.test(type)) return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : wrong("a number");
  if (/^Boolean/.test(type)) return /^(true|false)$/.test(text) ? text === "true" : wrong("true or false");
  if (/^Date/.test(type)) return readDate(text) ?? wrong(`a date: ${dateForms}`);
  if (/^Period/.test(type)) return readPeriod(text) ?? wrong(`a period: ${periodForms}`);
  return text;
}

/** The parameters of a question from name=value pairs. A field's question takes the id of its parent as `id`. */
function parametersOf(question: Question, pairs: readonly string[]): Parameters {
  const declared = new Map(question.args.map(({ name, type }) => [name, type]));
  if (question.on.length > 0) declared.set("id", "ID!");
  const parameters: Record<string, Json> = Object.fromEntries([
    ...[...declared.keys()].map((name) => [name, null]),
    ...question.args.map(({ name, fallback }) => [name, fallback]),
  ]);
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(0, at));
    const type = declared.get(name);
    if (type === undefined) {
      const known = [...declared].map(([one, of]) => `${one} (${of})`).join(", ") || "none";
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `--param ${pair}: ${question.name} has the parameters ${known}; write name=value.`,
      );
    }
    parameters[name] = argumentValue(name, type, typed(name, type, pair.slice(at + 1)));
  }
  for (const [name, type] of declared) {
    if (name === "eligibility" && parameters[name] === null) {
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `${question.name} tells of the enterprises that code has ranked: ask it in GraphQL, or give them as --param eligibility=JSON (the file's header shows the form).`,
      );
    }
    if (type.endsWith("!") && parameters[name] === null) {
      throw new IndustryGraphError("BAD_ARGUMENT", `${question.name} needs --param ${name}=...`);
    }
  }
  return parameters;
}

function plain(value: Json): string {
  if (value === null) return "";
  if (typeof value !== "object") return String(value);
  if (!Array.isArray(value) && typeof value.name === "string") return `${value.name} (${String(value.id)})`;
  if (!Array.isArray(value) && typeof value.id === "string") return value.id;
  return Array.isArray(value) ? value.map(plain).join(", ") : JSON.stringify(value);
}

function listing(rows: readonly Row[], columns: readonly string[]): string {
  return table(
    columns,
    rows.map((row) => columns.map((column) => plain(row[column] ?? null))),
  );
}

function named(questions: Questions, name: string): Question {
  const question = questions.get(name);
  if (question !== undefined) return question;
  const names = [...questions.keys()];
  const nearest = [...names].sort((one, other) => distance(name, one) - distance(name, other))[0];
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `There is no cypher/${name}.cypher; did you mean ${nearest}? There are ${names.join(", ")}.`,
  );
}

export function queryCommand(program: Command): void {
  program
    .command("query <NAME>")
    .description("run a question file of cypher/ and print its rows; entities are given by id or name")
    .option("--param <name=value>", "a parameter; may be repeated", collect, [])
    .option("--json", "print JSON instead of a table, whose cells are cut to the width of the terminal")
    .action(async (name: string, options: { param: string[]; json?: boolean }) => {
      const out = await withStore(async (store) => {
        const question = named(readQuestions(undefined, store.engine), name);
        const parameters = parametersOf(question, options.param);
        const rows = await fromWhole(store, async () =>
          store.read(question.statement, await namedParameters(store, question, parameters)),
        );
        if (options.json === true) return JSON.stringify(rows, null, 2);
        const told = listing(rows, [...question.columns.keys()]);
        return rows.length === 0 ? `${told}\n0 rows` : told;
      });
      process.stdout.write(`${out}\n`);
    });
}
