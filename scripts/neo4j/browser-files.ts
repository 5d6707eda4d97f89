// Serves Neo4j Browser what it takes by address: the style and the guide. From `localhost`, the one host of this machine
// that Neo4j Browser trusts unless it is told of others.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const files: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  "/neo4j.grass": { file: "neo4j.grass", type: "text/plain; charset=utf-8" },
  "/neo4j-guide.html": { file: "neo4j-guide.html", type: "text/html; charset=utf-8" },
  "/neo4j-questions.zip": { file: "neo4j-questions.zip", type: "application/zip" },
};

export interface BrowserFiles {
  /** Address of the folder, without a slash at its end. */
  readonly url: string;
  close(): void;
}

/**
 * Starts it on the loopback address.
 * @param port 0 for any free one
 */
export async function serveBrowserFiles(port: number): Promise<BrowserFiles> {
  const server = createServer((request, response) => {
    // Nothing here is private: any page may read it, and Neo4j Browser is one of another port, which asks first.
    response.setHeader("access-control-allow-origin", "*");
    if (request.method === "OPTIONS") {
      response.setHeader(
        "access-control-allow-headers",
        request.headers["access-control-request-headers"] ?? "*",
      );
      response.writeHead(204).end();
      return;
    }
    const found = files[request.url ?? ""];
    if (found === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
      response
        .writeHead(404, { "content-type": "text/plain" })
        .end(`There are ${Object.keys(files).join(", ")}.\n`);
      return;
    }
    readFile(fileURLToPath(new URL(`../../docs/${found.file}`, import.meta.url))).then(
      (content) =>
        response
          .writeHead(200, { "content-type": found.type })
          .end(request.method === "HEAD" ? undefined : content),
      (error: Error) => response.writeHead(500, { "content-type": "text/plain" }).end(`${error.message}\n`),
    );
  });
  const taken = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
  return {
    url: `http://localhost:${taken}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
