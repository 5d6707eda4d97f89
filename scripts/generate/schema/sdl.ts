// Small pieces of SDL as text: a description and what it describes.
import { parse, print } from "graphql";

/** A description in front of a definition or a field. */
export function described(description: string, definition: string): string {
  return `${JSON.stringify(description)}\n${definition}`;
}

/** A block such as a type: its head, and its members one a line. */
export const block = (head: string, members: readonly string[]): string =>
  `${head} {\n${members.join("\n")}\n}`;

/** SDL laid out as graphql prints it. */
export const laidOut = (definitions: readonly string[]): string =>
  `${print(parse(definitions.join("\n\n")))}\n`;
