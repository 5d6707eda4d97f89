// `start`: serves the API until it is told to stop.
import { type Command, Option } from "commander";
import { readSettings } from "../config.ts";
import { printNotes } from "./checked-folder.ts";
import { confirmLoad } from "./confirm-load.ts";
import { errorInWords, inWords, type Language } from "./in-words.ts";
import { interruptible } from "./interrupt.ts";
import { showProgress } from "./progress.ts";

export function startCommand(program: Command): void {
  program
    .command("start")
    .description(
      "serve the pages, GraphiQL and the API; load SEED_DIR into an empty store or when it has changed",
    )
    .option(
      "--yes",
      "load a changed folder without a question, though more than a tenth of what is there goes",
    )
    .addOption(
      new Option("--lang <language>", "language of what is said").choices(["zh", "en"]).default("en"),
    )
    .action(async ({ yes, lang }: { readonly yes?: boolean; readonly lang: Language }) => {
      const settings = readSettings(process.env);
      // Only here: the server and its page take twice the memory that any other command begins with.
      const { startServer } = await import("../server.ts");
      const { signal, done } = interruptible();
      const progress = showProgress(lang);
      const server = await startServer(settings, {
        onProgress: progress.onProgress,
        confirm: (plan) => {
          progress.done();
          return confirmLoad(yes === true, lang)(plan);
        },
      });
      const print = (line: string): void => void process.stdout.write(`${line}\n`);
      const say = (zh: string, en: string): void => print(inWords(lang, zh, en));
      const { engine, address } = server.store;
      const [zhOn, on] =
        engine === "neo4j"
          ? [`，数据库为 Neo4j：${address}`, `Neo4j at ${address}`]
          : [`，内嵌引擎的数据在 ${address}`, `the embedded engine in ${address}`];
      say(`Industry Graph${zhOn}`, `Industry Graph on ${on}`);
      // Ctrl-C while the seed is loading stops the load as well.
      signal.addEventListener("abort", () => void server.close(), { once: true });
      try {
        const { message, zh, dataset, notes } = await server.seeded;
        progress.done();
        if (notes !== undefined) printNotes(notes, lang);
        say(zh, message);
        const { version, nodes, relations } = dataset;
        say(
          `数据集 ${version}：${nodes} 个实体，${relations} 条关系`,
          `Dataset ${version}: ${nodes} entities, ${relations} relations`,
        );
        say(`页面      ${server.url}`, `Pages     ${server.url}`);
        print(`GraphiQL  ${server.url}/graphql`);
        say(
          `状态      ${server.url}/health   就绪  ${server.url}/ready`,
          `Health    ${server.url}/health   Ready  ${server.url}/ready`,
        );
        say("按 Ctrl-C 停止。", "Stop with Ctrl-C.");
        if (!signal.aborted)
          await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      } catch (error) {
        throw errorInWords(lang, error);
      } finally {
        progress.done();
        await server.close();
        done();
      }
    });
}
