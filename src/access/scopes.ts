// What somebody may do: few words, each with those that go with it.

export const scopeNames = ["read", "export", "import", "admin"] as const;
export type Scope = (typeof scopeNames)[number];

/** What each scope is for, as people are told. */
export const scopeMeanings: Readonly<Record<Scope, string>> = {
  read: "ask questions and look at pages",
  export: "read, and take tables and whole kinds away as files",
  import: "read, and send data",
  admin: "all of these, and /metrics",
};

const goingWith: Readonly<Record<Scope, readonly Scope[]>> = {
  read: ["read"],
  export: ["read", "export"],
  import: ["read", "import"],
  admin: scopeNames,
};

export function isScope(text: string): text is Scope {
  return (scopeNames as readonly string[]).includes(text);
}

/** The scopes given and those that go with them. */
export function scopesOf(given: readonly Scope[]): ReadonlySet<Scope> {
  return new Set(given.flatMap((scope) => goingWith[scope]));
}
