// `ask`: a question of the catalogue, asked of the store and printed as a table or written in another form.
import { type Command, InvalidArgumentError } from "commander";
import type { Table } from "../catalogue/ask.ts";
import type { Operation } from "../catalogue/operation.ts";
import { type Format, formats, isFormat } from "../catalogue/write.ts";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import { answering } from "./answering.ts";
import { table } from "./table.ts";

/** Rows printed for reading; files hold all. */
const shown = 50;

/** The longest cell printed for reading, in characters. */
const longest = 60;

function formatNamed(text: string): Format {
  if (isFormat(text)) return text;
  throw new InvalidArgumentError(`It is one of ${Object.keys(formats).join(", ")}.`);
}

/** A variable as it is written on a command line. @throws IndustryGraphError BAD_ARGUMENT */
export const pairOf = (pair: string): [string, string] => {
  const at = pair.indexOf("=");
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw new IndustryGraphError("BAD_ARGUMENT", `${pair} is no variable: write name=value.`);
};

const clipped = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function listing(catalogue: ReadonlyMap<string, Operation>): string {
  return table(
    ["name", "问题", "question", "variables"],
    [...catalogue.values()].map(({ name, title, variables }) => [
      name,
      title.zh,
      title.en,
      variables.map(({ name: one, required }) => (required ? one : `[${one}]`)).join(" "),
    ]),
  );
}

/** Says of a table without a row what else may be asked. */
function tellOfNothing(answered: Table): void {
  const note = answered.note?.();
  if (note !== undefined) process.stderr.write(`${note.zh}\n${note.en}\n`);
}

interface Options {
  readonly format?: Format;
  readonly url?: string;
  readonly token?: string;
}

export function askCommand(program: Command): void {
  program
    .command("ask [NAME] [VARIABLES...]")
    .description(
      "ask a question of operations/ by name, as `ask park-enterprises park=锡山经济技术开发区`; without a name, list them",
    )
    .option(
      "--format <form>",
      `write it as ${Object.keys(formats).join(", ")} in place of a table to read`,
      formatNamed,
    )
    .option(
      "--url <address>",
      "ask a running server, as http://localhost:4000; found by itself where one has the data folder open",
    )
    .option("--token <token>", "the server's token, where it asks for one (or INDUSTRY_GRAPH_TOKEN)")
    .action(async (name: string | undefined, pairs: string[], options: Options) => {
      // Only here: what answers questions takes a third of a second to read in.
      const [{ openCatalogue }, { askTable }, { variablesFrom }, { writeTable }] = await Promise.all([
        import("../catalogue/open.ts"),
        import("../catalogue/ask.ts"),
        import("../catalogue/variables.ts"),
        import("../catalogue/write.ts"),
      ]);
      const settings = readSettings(process.env);
      const { schema, catalogue } = openCatalogue(settings);
      if (name === undefined) {
        process.stdout.write(`${listing(catalogue)}\n`);
        return;
      }
      const operation = catalogue.get(name);
      if (operation === undefined) {
        const near = [...catalogue.keys()].sort((one, other) => distance(name, one) - distance(name, other));
        throw new IndustryGraphError(
          "BAD_ARGUMENT",
          `There is no question named ${name}; did you mean ${near[0]}? \`ask\` lists all.`,
        );
      }
      const variables = variablesFrom(operation, pairs.map(pairOf));
      const where = { url: options.url, token: options.token ?? process.env.INDUSTRY_GRAPH_TOKEN };
      await answering(where, async ({ ask, version }) => {
        const answered = await askTable(schema, ask, operation, variables, {
          most: options.format === undefined ? shown : undefined,
        });
        if (options.format !== undefined) {
          for await (const piece of writeTable(options.format, answered, {
            version: await version(),
            bom: false,
          }))
            if (!process.stdout.write(piece))
              await new Promise((resolve) => process.stdout.once("drain", resolve));
          if (answered.cut())
            process.stderr.write("These are not all rows: a larger first, or none, gives more.\n");
          tellOfNothing(answered);
          return;
        }
        const rows: string[][] = [];
        for await (const batch of answered.batches)
          for (const row of batch) rows.push(row.map((cell) => clipped(String(cell ?? ""))));
        const names = answered.columns.map((column) => column.name);
        const total = answered.total ?? rows.length;
        process.stdout.write(`${table(names, rows)}\n`);
        process.stderr.write(
          `${rows.length} of ${total} rows; dataset ${await version()}.${answered.cut() ? " --format csv gives all." : ""}\n`,
        );
        tellOfNothing(answered);
      });
    });
}
