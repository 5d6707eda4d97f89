// Asks the public GraphQL API. The server's rendering and the browser ask through the same port.
import { inEnglish } from "./english.ts";
import type { Ask } from "./port.ts";

/** An answer that cannot be used, with the code the API gave. */
export class AskError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = "AskError";
    this.code = code;
  }
}

/** What is thrown where the address of a page has a value that its parameter cannot have. */
export function wrongValue(name: string, given: string, known: Iterable<string>): AskError {
  return new AskError(`${name}: ${given} is none of ${[...known].join(", ")}.`, "BAD_ARGUMENT");
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** The data of an answer. @throws AskError where it has errors */
export function dataOf<T>(answer: Answer): T {
  const [error] = answer.errors ?? [];
  if (error !== undefined) throw new AskError(error.message, error.extensions?.code ?? "FAILED");
  return answer.data as T;
}

/** The language of texts, as the API names it. */
function languageHere(): "ZH" | "EN" {
  return document.documentElement.lang === "en" ? "EN" : "ZH";
}

const askPlainly: Ask = async (query, variables) => {
  let response: Response;
  try {
    response = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, variables: { lang: languageHere(), ...variables } }),
    });
  } catch {
    throw new AskError("The server cannot be reached.", "UNREACHABLE");
  }
  let answer: Answer;
  try {
    answer = (await response.json()) as Answer;
  } catch {
    // Of what stands before the server, such as a proxy that has lost it.
    throw new AskError(`HTTP ${response.status}, and no answer of the API.`, "NO_ANSWER");
  }
  return dataOf(answer);
};
const askInEnglish = inEnglish(askPlainly);

/** Asks /graphql of the page's own origin, in the language of the page. */
export const askHere: Ask = (query, variables) =>
  (languageHere() === "EN" ? askInEnglish : askPlainly)(query, variables);
