// Where a page is asked for, and where else it stands.

export interface Address {
  readonly path: string;
  readonly search: URLSearchParams;
}

/** The one address of a page that was asked for in other words. */
export interface Elsewhere {
  readonly to: string;
}

/** The address of a list at its first page. */
export function firstPage({ path, search }: Address): string {
  const next = new URLSearchParams(search);
  next.delete("after");
  return `${path}?${next}`;
}

/** The address of a page with one of its parameters written as it should be. */
export function rewritten({ path, search }: Address, name: string, value: string): Elsewhere {
  const next = new URLSearchParams(search);
  next.set(name, value);
  return { to: `${path}?${next}` };
}
