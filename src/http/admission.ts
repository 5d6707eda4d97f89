// Whether questions are let through: an answer from a store that is being filled for the first time would be empty or
// in part, and look like an answer.
import { IndustryGraphError } from "../errors.ts";
import type { Answering } from "../load/versions.ts";

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

export const exchanging =
  "The data are being exchanged for others, which takes longer than a request waits: ask again in a few seconds; /ready tells when it is over.";
const loadedBeside =
  "The data are being loaded by another process, or a load of them was cut off: ask again in a few seconds; /ready tells when they are there in full.";

/** @throws IndustryGraphError NOT_READY where a load is under way, or was cut off: what is there is of two versions */
function requireWhole({ version, whole }: Answering): void {
  // Where nothing has been loaded, or the store does not answer, that is for the question to find out.
  if (version !== null && !whole) throw new IndustryGraphError("NOT_READY", loadedBeside);
}

/** What a request passes before the store is asked for it: the admission, and that the data are there in full. */
export function admit(
  admission: Admission,
  recent: () => Answering | Promise<Answering>,
): Promise<void> | undefined {
  const passing = admission.pass();
  if (passing !== undefined) return passing.then(async () => requireWhole(await recent()));
  const answering = recent();
  if (answering instanceof Promise) return answering.then(requireWhole);
  requireWhole(answering);
  return undefined;
}

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
