// What a name stands for.
import type { Kind } from "../ontology/model.ts";

export interface NamedEntity {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
}
