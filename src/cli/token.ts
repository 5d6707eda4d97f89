// `token`: makes, lists and revokes the tokens by which a server knows who asks. Beside a running one, too.
import { type Command, InvalidArgumentError } from "commander";
import { commandUser, createAudit } from "../access/audit.ts";
import { isScope, type Scope, scopeMeanings, scopeNames } from "../access/scopes.ts";
import { isRole } from "../access/settings.ts";
import { newToken, stateOf } from "../access/token.ts";
import { changeTokens, readTokens, tokensPath } from "../access/token-file.ts";
import { readSettings } from "../config.ts";
import { IndustryGraphError } from "../errors.ts";
import { table } from "./table.ts";

/** Days that a token lasts where nothing is said. */
const usualDays = 365;
const mostDays = 3_650;

function scopesNamed(text: string): Scope[] {
  const scopes = text.split(/[\s,]+/).filter((part) => part !== "");
  if (scopes.length > 0 && scopes.every(isScope)) return scopes;
  throw new InvalidArgumentError(`They are ${scopeNames.join(", ")}, separated by commas.`);
}

function daysNamed(text: string): number | null {
  if (text === "never") return null;
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= mostDays) return days;
  throw new InvalidArgumentError(`It is a number of days from 1 to ${mostDays}, or never.`);
}

/** A role as LAYER_ROLES takes it: a word. */
function rolesNamed(text: string): string[] {
  const roles = text.split(/[\s,]+/).filter((part) => part !== "");
  if (roles.length > 0 && roles.every(isRole)) return roles;
  throw new InvalidArgumentError("They are words as LAYER_ROLES names them, separated by commas.");
}

interface Making {
  readonly scope: Scope[];
  readonly role: string[];
  readonly days: number | null;
}

async function make(name: string, { scope, role, days }: Making): Promise<void> {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u.test(name))
    throw new IndustryGraphError(
      "BAD_ARGUMENT",
      "The name of a token has up to 64 letters, figures, spaces, dots, hyphens: whose it is, as people read it in the log.",
    );
  const settings = readSettings(process.env);
  const path = tokensPath(settings);
  const expires = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
  const { kept, text } = newToken({ name, scopes: scope, roles: role, expires });
  await changeTokens(path, (tokens) => {
    if (tokens.some((one) => one.name === name && stateOf(one) === "valid"))
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `There is a token ${name} already: revoke it first, or choose another name.`,
      );
    return [...tokens, kept];
  });
  await createAudit(settings)({
    what: "token made",
    by: commandUser(),
    token: name,
    id: kept.id,
    scopes: scope,
    roles: role,
    expires,
  });
  process.stdout.write(`${text}\n`);
  process.stderr.write(
    `The token ${kept.id} for ${name} (${scope.join(", ")}; ${role.length === 0 ? "" : `as ${role.join(", ")}; `}${expires === null ? "no end" : `until ${expires.slice(0, 10)}`}) is kept in ${path} as a hash: this is the only time that it is shown.\nWhoever shows no token may now do no more than PUBLIC says.\n`,
  );
}

function list(json: boolean): void {
  const tokens = readTokens(tokensPath(readSettings(process.env))) ?? [];
  const shown = tokens.map((token) => ({
    id: token.id,
    name: token.name,
    scopes: token.scopes,
    roles: token.roles,
    state: stateOf(token),
    made: token.made,
    expires: token.expires,
    revoked: token.revoked ?? null,
  }));
  process.stdout.write(
    json
      ? `${JSON.stringify(shown, null, 2)}\n`
      : `${table(
          ["id", "name", "scopes", "roles", "state", "made", "expires"],
          shown.map(({ id, name, scopes, roles, state, made, expires }) => [
            id,
            name,
            scopes.join(" "),
            roles.join(" "),
            state,
            made.slice(0, 10),
            expires?.slice(0, 10) ?? "never",
          ]),
        )}\n`,
  );
}

async function revoke(which: string): Promise<void> {
  const settings = readSettings(process.env);
  const path = tokensPath(settings);
  const revoked: string[] = [];
  await changeTokens(path, (tokens) => {
    const meant = tokens.filter(
      (one) => one.id === which || (one.name === which && one.revoked === undefined),
    );
    if (meant.length === 0)
      throw new IndustryGraphError(
        "BAD_ARGUMENT",
        `There is no token ${which} in ${path}: \`token list\` tells their ids and names.`,
      );
    return tokens.map((one) => {
      if (!meant.includes(one) || one.revoked !== undefined) return one;
      revoked.push(`${one.id} (${one.name})`);
      return { ...one, revoked: new Date().toISOString() };
    });
  });
  const audit = createAudit(settings);
  for (const token of revoked) await audit({ what: "token revoked", by: commandUser(), token });
  process.stdout.write(
    revoked.length === 0
      ? `${which} was revoked before.\n`
      : `Revoked ${revoked.join(", ")}: from the next request on.\n`,
  );
}

export function tokenCommand(program: Command): void {
  const token = program
    .command("token")
    .description(
      "make, list and revoke tokens: who may ask a server, and what for; a running one knows at once",
    );
  token
    .command("make <NAME>")
    .description("make a token and print it: the only time that it is shown")
    .option(
      "--scope <scopes>",
      scopeNames.map((scope) => `${scope}: ${scopeMeanings[scope]}`).join("; "),
      scopesNamed,
      ["read"] as Scope[],
    )
    .option(
      "--role <roles>",
      "roles that see layers which LAYER_ROLES shows to them",
      rolesNamed,
      [] as string[],
    )
    .option("--days <days>", "how long it lasts, or never", daysNamed, usualDays)
    .action(make);
  token
    .command("list")
    .description("list the tokens, without their secrets")
    .option("--json", "print JSON")
    .action(({ json }: { json?: boolean }) => list(json === true));
  token.command("revoke <ID>").description("end a token, by its id or name").action(revoke);
}
