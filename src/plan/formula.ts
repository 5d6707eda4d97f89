// What a filter says, as a formula with the values of one run: by it a filter is compared with itself.

import type { ValueType } from "../ontology/definitions.ts";
import type { Kind, RelationType } from "../ontology/model.ts";
import type { Json } from "../store/port.ts";
import type { TestOperator } from "./conditions.ts";
import { type FilterPlace, told } from "./filter-place.ts";
import type { Way } from "./ways.ts";

type Path = FilterPlace["path"];

/** Relations of a type, read one way, to entities of a kind. */
export interface Along {
  readonly relation: RelationType;
  readonly way: Way;
  readonly of: Kind | "Entity";
}

/** By which relations a whole is reached from what is in it: its own, and those that come from the whole. */
export interface Reached {
  readonly relations: readonly RelationType[];
  readonly from: readonly RelationType[];
  /** Those by which wholes are in others. */
  readonly above: readonly RelationType[];
  /** The kind of what is in it, where it is known. */
  readonly kind: Kind | undefined;
}

/** A value that something is to be, or is to be compared with. */
export interface Said {
  readonly is: "said";
  /** A property of the entity or of its relation; else the field, whatever it means. */
  readonly about: string;
  readonly operator: TestOperator | "as";
  readonly type: ValueType | undefined;
  readonly value: Json;
  /** Whether places are meant without their parts. */
  readonly isDirect: boolean;
  /** Where the value is a whole that it is to be in. */
  readonly reached?: Reached;
  readonly path: Path;
}

/** How many relations of a sort there are, or figures, for which something holds. */
export interface Counted {
  readonly is: "counted";
  readonly of: Along | "figure";
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly match: Formula;
  readonly path: Path;
}

/** Something holds for each relation of a sort. */
export interface Every {
  readonly is: "every";
  readonly of: Along;
  readonly match: Formula;
  readonly path: Path;
}

/** At least one of several holds. */
export interface Or {
  readonly is: "or";
  readonly of: readonly Formula[];
  readonly path: Path;
}

/** Something does not hold. */
export interface Not {
  readonly is: "not";
  readonly of: Formula;
  readonly path: Path;
}

export type Formula =
  | Said
  | Counted
  | Every
  | Or
  | Not
  | { readonly is: "and"; readonly of: readonly Formula[]; readonly path: Path };

/** How a part of a filter is told in errors. */
export const toldOf = ({ path }: Formula): string => told(path);
