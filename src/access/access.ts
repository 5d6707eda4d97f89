// Who asks, and what that one may: by a token of ours, by one of the identity provider, or as anybody.
import { isLoopback, isOwnMachine, type Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { createOidcCheck } from "./oidc.ts";
import { type Scope, scopeMeanings, scopesOf } from "./scopes.ts";
import { isSecretOf, type KeptToken, readToken, stateOf } from "./token.ts";
import { tokensPath, watchTokens } from "./token-file.ts";

/** Somebody who asks. */
export interface Asker {
  /** For the log: the token's name, or whom the provider names; undefined for anybody. */
  readonly name?: string;
  /** By which requests of one are counted together; undefined for anybody, who is told apart by address. */
  readonly key?: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Roles, by which layers are shown: of the token, or as the provider tells them. */
  readonly roles: readonly string[];
}

export interface Access {
  /** Who it is that shows a token, or nothing. @throws IndustryGraphError UNAUTHENTICATED where the token does not do */
  askerOf(token: string | undefined): Asker | Promise<Asker>;
  /** Whether anybody needs a token for something. */
  isGuarded(): boolean;
}

const anything = scopesOf(["admin"]);

/** What tells what anybody may do without a token, as things are at the time. */
function publicScopes(
  { PUBLIC, HOST, ALLOWED_HOSTS }: Settings,
  isGuarded: () => boolean,
): () => ReadonlySet<Scope> {
  const nothing = scopesOf([]);
  if (PUBLIC !== "off") {
    const open = scopesOf([PUBLIC]);
    return () => open;
  }
  if (!isOwnMachine({ HOST, ALLOWED_HOSTS })) return () => nothing;
  // It is all ours, until there are tokens.
  return () => (isGuarded() ? nothing : anything);
}

/** @throws IndustryGraphError FORBIDDEN or UNAUTHENTICATED, saying what would be needed */
export function requireScope({ name, scopes }: Asker, needed: Scope): void {
  if (scopes.has(needed)) return;
  const details = { scope: needed };
  if (name === undefined)
    throw new IndustryGraphError(
      "UNAUTHENTICATED",
      `This needs a token with the scope ${needed} (${scopeMeanings[needed]}): send it as "Authorization: Bearer …", or sign in at /sign-in. \`industry-graph token make\` makes one.`,
      details,
    );
  throw new IndustryGraphError(
    "FORBIDDEN",
    `The token ${name} has not the scope ${needed} (${scopeMeanings[needed]}).`,
    details,
  );
}

/** Creates what tells who asks, by the settings and the file of tokens as it is at the time. */
export function createAccess(settings: Settings): Access {
  const file = watchTokens(tokensPath(settings));
  const oidc = createOidcCheck(settings);
  const isGuarded = (): boolean => oidc !== undefined || file.guards();
  const anybody = publicScopes(settings, isGuarded);

  function found(id: string): KeptToken | undefined {
    try {
      return file.find(id);
    } catch (cause) {
      throw new IndustryGraphError(
        "SIGN_IN_UNAVAILABLE",
        "Tokens cannot be checked at the moment; the server's log says why.",
        {},
        { cause },
      );
    }
  }

  function ours(text: string): Asker {
    const given = readToken(text);
    const kept = given === undefined ? undefined : found(given.id);
    if (given === undefined || kept === undefined || !isSecretOf(kept, given.secret))
      throw new IndustryGraphError("UNAUTHENTICATED", "The token is not one that this server takes.");
    const state = stateOf(kept);
    if (state !== "valid")
      throw new IndustryGraphError("UNAUTHENTICATED", `The token ${kept.name} is ${state}.`);
    return { name: kept.name, key: `token ${kept.id}`, scopes: scopesOf(kept.scopes), roles: kept.roles };
  }

  return {
    isGuarded,
    askerOf(token) {
      if (token === undefined) return { scopes: anybody(), roles: [] };
      if (oidc === undefined || token.startsWith("ig_")) return ours(token);
      return oidc(token).then(({ subject, scopes, roles }) => ({
        name: subject,
        key: `subject ${subject}`,
        scopes: scopesOf(scopes),
        roles,
      }));
    },
  };
}

/** Whoever lets other machines ask has to say who may. @throws IndustryGraphError BAD_SETTING */
export function checkReach({ HOST, ALLOWED_HOSTS, PUBLIC }: Settings, access: Access): void {
  if (isOwnMachine({ HOST, ALLOWED_HOSTS }) || PUBLIC !== "off" || access.isGuarded()) return;
  const reached = isLoopback(HOST)
    ? `ALLOWED_HOSTS=${ALLOWED_HOSTS.join(",")} is for a proxy that lets other machines ask`
    : `HOST=${HOST} lets other machines ask`;
  throw new IndustryGraphError(
    "BAD_SETTING",
    `${reached}, and nothing says who may. Make a token (industry-graph token make NAME --scope read), or name an identity provider (OIDC_ISSUER); if whoever reaches it may read everything, set PUBLIC=read. ALLOWED_HOSTS takes the names it is asked under. Without either it is asked from this machine only.`,
  );
}
