// Whether questions are let through: an answer from a store that is being filled for the first time would be empty or
// in part, and look like an answer.
import { IndustryGraphError } from "../errors.ts";

export interface Admission {
  /**
   * Resolves where the store has held a whole dataset; waits until that is known.
   * @throws IndustryGraphError NOT_READY while the first load is going on, or where it failed
   */
  pass(): Promise<void> | undefined;
  /** A whole dataset is there. */
  open(): void;
  /** None is there yet, and why that is. */
  refuse(reason: string): void;
}

export const filling =
  "The data is being loaded for the first time: /ready tells when it can be asked; the console shows how far it is.";
export const failed = "The data could not be loaded: the console says why.";

/** Creates an admission that waits to be told. */
export function createAdmission(): Admission {
  let state: "unknown" | "open" | { readonly reason: string } = "unknown";
  let told: () => void = () => undefined;
  const known = new Promise<void>((resolve) => {
    told = resolve;
  });
  const check = (): void => {
    if (typeof state === "object") throw new IndustryGraphError("NOT_READY", state.reason);
  };
  return {
    pass: () => (state === "open" ? undefined : known.then(check)),
    open() {
      state = "open";
      told();
    },
    refuse(reason) {
      state = { reason };
      told();
    },
  };
}
