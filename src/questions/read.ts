// Reads the question files of a folder for an engine.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packaged } from "../packaged.ts";
import type { GraphStore } from "../store/port.ts";
import { fileParts, parseQuestion } from "./parse.ts";
import type { Questions } from "./question.ts";

/** The folder of question files that belongs to the project. */
export const questionFolder = packaged("cypher");

/**
 * Reads every question file of a folder, and of `generated` within it, that an engine runs.
 * @throws QuestionError for the first that is not well formed.
 */
export function readQuestions(
  folder: string = questionFolder,
  engine: GraphStore["engine"] = "embedded",
): Questions {
  const files = [folder, join(folder, "generated")].flatMap((of) =>
    (existsSync(of) ? readdirSync(of) : [])
      .filter((file) => file.endsWith(".cypher") && (fileParts(file).engine ?? engine) === engine)
      .map((file) => join(of, file)),
  );
  return new Map(
    files.sort().map((file) => {
      const question = parseQuestion(file, readFileSync(file, "utf8"));
      return [question.name, question];
    }),
  );
}
