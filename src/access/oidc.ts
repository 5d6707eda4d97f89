// Tokens of an identity provider (OpenID Connect): signed by one of its keys, which it may change at any time, made by
// it and for us, and naming roles that stand for scopes.
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import type { Settings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { isScope, type Scope } from "./scopes.ts";

/** Signatures by key pairs only: with a shared secret everyone who checks could sign. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

/** Seconds by which clocks may differ. */
const clockTolerance = 10;

/** Milliseconds that the provider may take to tell where its keys are. */
const patience = 5_000;

/** Milliseconds between two looks at the keys, where tokens name one that has not been seen. */
const cooldown = 2_000;

const discovery = z.object({ jwks_uri: z.url(), issuer: z.string().optional() });

export interface Claimed {
  /** Whom the provider names. */
  readonly subject: string;
  readonly scopes: readonly Scope[];
  /** All roles of its claim, whether they stand for scopes or not. */
  readonly roles: readonly string[];
}

/** Checks a token. @throws IndustryGraphError UNAUTHENTICATED, or STORE_UNAVAILABLE where the provider does not answer */
export type OidcCheck = (token: string) => Promise<Claimed>;

/** The value of a claim: of that very name, or along its dots. */
function claimOf(payload: JWTPayload, name: string): unknown {
  if (name in payload) return payload[name];
  let value: unknown = payload;
  for (const part of name.split("."))
    value =
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  return value;
}

/** The roles of a claim: a list of texts, or a text of several words. Whatever else it holds is no role. */
function rolesIn(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((role) => typeof role === "string");
  return typeof claim === "string" ? claim.split(/[\s,]+/).filter((role) => role !== "") : [];
}

/** The scopes that roles stand for: as OIDC_ROLES says; without it, roles are named as scopes are. */
function scopesFrom(given: readonly string[], roles: Settings["OIDC_ROLES"]): Scope[] {
  if (roles.length === 0) return given.filter(isScope);
  return roles.flatMap(({ role, scope }) => (given.includes(role) ? [scope] : []));
}

async function discovered(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return new URL(discovery.parse(await response.json()).jwks_uri);
}

/** Creates the check of the settings' provider; undefined where none is named. */
export function createOidcCheck(settings: Settings): OidcCheck | undefined {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ROLES_CLAIM, OIDC_ROLES, OIDC_JWKS } = settings;
  if (issuer === "") return undefined;
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const keysNow = (): Promise<JWTVerifyGetKey> => {
    keys ??= (OIDC_JWKS === "" ? discovered(issuer) : Promise.resolve(new URL(OIDC_JWKS))).then((address) =>
      // Kept by the library, and asked anew where a token names a key that it has not seen.
      createRemoteJWKSet(address, { timeoutDuration: patience, cooldownDuration: cooldown }),
    );
    keys.catch(() => {
      keys = undefined;
    });
    return keys;
  };
  return async (token) => {
    try {
      const options = { issuer, audience, algorithms, clockTolerance, requiredClaims: ["exp", "sub"] };
      const { payload } = await jwtVerify(token, await keysNow(), options);
      const roles = rolesIn(claimOf(payload, OIDC_ROLES_CLAIM));
      return { subject: String(payload.sub), scopes: scopesFrom(roles, OIDC_ROLES), roles };
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new IndustryGraphError("UNAUTHENTICATED", "The token has expired: sign in again.");
      const theirs = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
      // A set of keys that cannot be fetched is told as the library's general error.
      if (theirs && error.code !== "ERR_JOSE_GENERIC")
        throw new IndustryGraphError(
          "UNAUTHENTICATED",
          "The token is not one that this server takes.",
          {},
          { cause: error },
        );
      throw new IndustryGraphError(
        "SIGN_IN_UNAVAILABLE",
        "The identity provider does not answer, so tokens of it cannot be checked. Try again shortly.",
        {},
        { cause: error },
      );
    }
  };
}
