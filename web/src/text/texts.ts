// What a dictionary holds: the same keys in each language.
import type { zh } from "./zh.ts";

export type Texts = { readonly [Key in keyof typeof zh]: string };

/** A text with its {places} filled in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
