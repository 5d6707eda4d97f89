// Bearer tokens: `ig_`, the id by which one is found and revoked, and a secret of 256 bits. Only its hash is kept: a
// secret drawn at random needs no slow hash, since nobody can go through all of them.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { scopeNames } from "./scopes.ts";

/** A token as it is kept. */
export const keptToken = z.object({
  id: z.string().regex(/^[0-9a-f]{10}$/),
  name: z.string(),
  scopes: z.array(z.enum(scopeNames)),
  /** Roles, by which layers are shown; files written before there were any have none. */
  roles: z.array(z.string()).default([]),
  /** SHA-256 of the secret, in hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  made: z.string(),
  /** When it ends; null where it does not. */
  expires: z.string().nullable(),
  revoked: z.string().optional(),
});

export type KeptToken = z.infer<typeof keptToken>;

const written = /^ig_([0-9a-f]{10})_([\w-]{43})$/;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Makes a token. @returns what is kept, and its text, which is known only now */
export function newToken(
  about: Pick<KeptToken, "name" | "scopes" | "expires"> & Partial<Pick<KeptToken, "roles">>,
  now: Date = new Date(),
): { readonly kept: KeptToken; readonly text: string } {
  const id = randomBytes(5).toString("hex");
  const secret = randomBytes(32).toString("base64url");
  const kept = { id, roles: [], ...about, hash: hashOf(secret), made: now.toISOString() };
  return { kept, text: `ig_${id}_${secret}` };
}

/** The id and the secret in a token's text; undefined where it is none of ours. */
export function readToken(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, id, secret] = written.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** Whether a secret is that of a token. */
export function isSecretOf({ hash }: KeptToken, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hash, "hex"), Buffer.from(hashOf(secret), "hex"));
}

/** What has become of a token by now. */
export function stateOf(
  { expires, revoked }: KeptToken,
  now: number = Date.now(),
): "valid" | "expired" | "revoked" {
  if (revoked !== undefined) return "revoked";
  return expires !== null && Date.parse(expires) <= now ? "expired" : "valid";
}
