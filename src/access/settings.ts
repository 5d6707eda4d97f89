// The settings that say who may ask: part of the one table of config.ts.
import { z } from "zod";
import { isScope, scopeNames } from "./scopes.ts";

/** Words separated by commas or spaces. */
export const list = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""));

/** An origin as browsers send it: a scheme, a host, perhaps a port. */
const isOrigin = (text: string) => text === "*" || (URL.canParse(text) && new URL(text).origin === text);

/** Roles and the scopes that they stand for, as `planner=export, editor=import`. */
const roles = list.transform((pairs, context) =>
  pairs.map((pair) => {
    const at = pair.lastIndexOf("=");
    const scope = pair.slice(at + 1);
    if (at < 1 || !isScope(scope)) {
      context.addIssue({ code: "custom", message: `takes role=scope with ${scopeNames.join(", ")}` });
      return z.NEVER;
    }
    return { role: pair.slice(0, at), scope };
  }),
);
const address = z.union(
  [z.literal(""), z.url({ protocol: /^https?$/ })],
  "must be an address with http or https",
);

/** Whether a role can be named in a list: a word without what separates words, layers and roles. */
export const isRole = (text: string): boolean => /^[^\s,;=]+$/.test(text);

/** Layers and the roles that see them, as `my-data=office,audit; other=office`. */
const layerRoles = z.string().transform((text, context) => {
  const found: { readonly layer: string; readonly roles: readonly string[] }[] = [];
  const refuse = (message: string) => {
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
  for (const part of text.split(";").filter((one) => one.trim() !== "")) {
    const [layer = "", named, more] = part.split("=").map((one) => one.trim());
    const given = (named ?? "").split(/[\s,]+/).filter((role) => role !== "");
    if (layer === "" || given.length === 0 || more !== undefined)
      return refuse(
        `takes layer=role,role, separated by semicolons, and ${JSON.stringify(part.trim())} is none`,
      );
    if (found.some((one) => one.layer === layer)) return refuse(`names the layer ${layer} twice`);
    found.push({ layer, roles: [...new Set(given)] });
  }
  return found;
});

/** Views, and where Neo4j keeps each, as `public=embedded; my-data=neo4j://other:7687`. */
const viewStores = z.string().transform((text, context) => {
  const found = new Map<string, string>();
  for (const part of text.split(";").filter((one) => one.trim() !== "")) {
    const at = part.indexOf("=");
    const [view, place] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 1 || place === "" || found.has(view)) {
      context.addIssue({
        code: "custom",
        message: `takes view=place once for each view, separated by semicolons, and ${JSON.stringify(part.trim())} is none`,
      });
      return z.NEVER;
    }
    found.set(view, place);
  }
  return found;
});

/** Each as in config.ts: environment variable, schema, default as written, what it is for. */
export const accessSettings = {
  PUBLIC: {
    schema: z.enum(["off", "read", "export"]),
    fallback: "off",
    help: "What anybody may do without a token: `read` asks everything, `export` takes files away too; off means nothing, but on this machine alone all, until a token is made.",
  },
  TOKENS_FILE: {
    schema: z.string(),
    fallback: "",
    help: "File of the tokens that `industry-graph token` makes; `tokens.json` in DATA_DIR where empty.",
  },
  AUDIT_FILE: {
    schema: z.string(),
    fallback: "",
    help: "File that tells who took data away, sent or loaded some, made or revoked tokens; `audit.jsonl` in DATA_DIR where empty.",
  },
  OIDC_ISSUER: {
    schema: address,
    fallback: "",
    help: "Identity provider (OpenID Connect) whose tokens are taken as well; empty means none.",
  },
  OIDC_AUDIENCE: {
    schema: z.string(),
    fallback: "",
    help: "For whom its tokens must be made: this service.",
  },
  OIDC_JWKS: {
    schema: address,
    fallback: "",
    help: "Address of its keys; where empty, the provider is asked for it.",
  },
  OIDC_ROLES_CLAIM: {
    schema: z.string().min(1),
    fallback: "roles",
    help: "Claim that lists somebody's roles; dots lead into it, as in realm_access.roles.",
  },
  OIDC_ROLES: {
    schema: roles,
    fallback: "",
    help: "Scopes that roles stand for, as `planner=export,editor=import`; where empty, roles are named read, export, import, admin.",
  },
  LAYER_ROLES: {
    schema: layerRoles,
    fallback: "",
    help: "Layers of SEED_DIR that only named roles see, as `my-data=office,audit; other=office`; all others are seen by whoever may read. Roles come from tokens and from OIDC_ROLES_CLAIM; the scope admin sees all.",
  },
  VIEW_STORES: {
    schema: viewStores,
    fallback: "",
    help: "With LAYER_ROLES on Neo4j, where each view is kept that lacks a layer, as `public=embedded`: the embedded engine, a database of the same server, or the address of another (docs/deployment.md).",
  },
  ALLOWED_HOSTS: {
    schema: list.refine(
      (hosts) => hosts.every((host) => !/[/:]/.test(host)),
      "takes names without scheme and port",
    ),
    fallback: "",
    help: "Names, separated by commas, under which the server may be asked, beside HOST, loopback names and its own addresses; `*` for any.",
  },
  ALLOWED_ORIGINS: {
    schema: list.refine(
      (origins) => origins.every(isOrigin),
      "takes origins such as https://map.example.org",
    ),
    fallback: "",
    help: "Origins, separated by commas, whose pages may ask, beside the server's own; `*` for any.",
  },
} as const;
