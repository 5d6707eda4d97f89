// Reads the question files of a folder for an engine.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packaged } from "../packaged.ts";
import type { GraphStore } from "../store/port.ts";
import { fileParts, parseQuestion } from "./parse.ts";
import type { Questions } from "./question.ts";

/** The folder of question files that belongs to the project. */
export const questionFolder = packaged("cypher");

/**
 * Reads every question file of a folder that an engine runs.
 * @throws QuestionError for the first that is not well formed.
 */
export function readQuestions(
  folder: string = questionFolder,
  engine: GraphStore["engine"] = "embedded",
): Questions {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".cypher") && (fileParts(file).engine ?? engine) === engine,
  );
  return new Map(
    files.sort().map((file) => {
      const question = parseQuestion(join(folder, file), readFileSync(join(folder, file), "utf8"));
      return [question.name, question];
    }),
  );
}
