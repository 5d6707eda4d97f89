// The writer of graphology-gexf by itself has no types of its own.
declare module "graphology-gexf/browser/writer.js" {
  import type { write } from "graphology-gexf/browser";

  const writer: typeof write;
  export default writer;
}
