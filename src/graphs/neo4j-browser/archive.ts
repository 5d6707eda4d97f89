// docs/neo4j-questions.zip: the questions as Neo4j Browser takes them, a folder for each folder of saved scripts.
import { strToU8, zipSync } from "fflate";
import { type SavedQuestion, savedQuestions } from "./saved-questions.ts";

/** The same bytes wherever and whenever it is made. */
const made = new Date("2000-01-01T00:00:00");

/** The archive; its first line of each file is the name that Neo4j Browser shows. */
export function questionArchive(saved: readonly SavedQuestion[] = savedQuestions()): Uint8Array {
  const files = saved.map(({ folder, name, title, statement }) => [
    `${folder}/${name}.cypher`,
    strToU8(`// ${title}\n${statement}\n`),
  ]);
  return zipSync(Object.fromEntries(files), { mtime: made, level: 9 });
}
