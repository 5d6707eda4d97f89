// `mcp`: serves agents over standard input and output, by the Model Context Protocol.
import type { Command } from "commander";
import { readSettings } from "../config.ts";
import { withStore } from "./with-store.ts";

export function mcpCommand(program: Command): void {
  program
    .command("mcp")
    .description(
      "serve agents over standard input and output (Model Context Protocol); /mcp of the server does so over HTTP",
    )
    .option("--all", "show each question of the catalogue as a tool of its own")
    .action(async (options: { all?: boolean }) => {
      const [{ serveStdio }, { openCatalogue }, { askOver }, { createMcpServer }] = await Promise.all([
        import("@modelcontextprotocol/server/stdio"),
        import("../catalogue/open.ts"),
        import("../catalogue/over-store.ts"),
        import("../mcp/server.ts"),
      ]);
      const settings = readSettings(process.env);
      const { schema, catalogue } = openCatalogue(settings);
      await withStore(async (store) => {
        const { ask, version } = askOver(store, settings);
        const ended = new Promise<void>((resolve) => {
          process.stdin.once("end", resolve);
          process.once("SIGINT", resolve);
          process.once("SIGTERM", resolve);
        });
        const served = serveStdio(
          () => createMcpServer({ schema, catalogue, ask, version, all: options.all === true }),
          {
            onerror: (error) => process.stderr.write(`${error.message}\n`),
          },
        );
        await ended;
        await served.close();
      });
    });
}
