// What a watch is: a named question with its variables, asked again after each load, and who is told of those that newly
// match. Nothing here knows files, engines or HTTP.
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { IndustryGraphError } from "../errors.ts";

export const watchRecord = z.object({
  name: z.string(),
  /** Name of a question of the catalogue, or of an export. */
  question: z.string(),
  variables: z.record(z.string(), z.unknown()),
  /** Columns with which a row counts anew when one of them has changed, beside the id. */
  again: z.array(z.string()),
  made: z.string(),
  /** Where digests are sent; without it they are told by the feed alone. */
  webhook: z.object({ url: z.string(), secret: z.string() }).optional(),
});

export type Watch = z.infer<typeof watchRecord>;

/** Names are parts of paths and addresses: letters and digits of any script, hyphens, underscores. */
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

export const isWatchName = (text: string): boolean => namePattern.test(text);

/** @throws IndustryGraphError BAD_ARGUMENT */
export function checkWatchName(name: string): void {
  if (isWatchName(name)) return;
  throw new IndustryGraphError(
    "BAD_ARGUMENT",
    `${JSON.stringify(name)} cannot be the name of a watch: it has up to 64 letters, digits, hyphens and underscores.`,
  );
}

/** The address of a webhook, as it is kept. @throws IndustryGraphError BAD_ARGUMENT */
export function webhookAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      `--webhook ${text}: it is an address with https or http, such as https://office.example.org/hooks/graph.`,
    );
  if (url.username !== "" || url.password !== "")
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      "--webhook takes no user and password: a receiver knows us by the signature of each delivery.",
    );
  return url.href;
}

/** A new secret in the form of Standard Webhooks. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;
