// When a load takes so much away that it is not done without being asked for.
import type { LoadPlan } from "./load.ts";

/** The share of what is there that may go without a question. */
const mostGone = 0.1;

/** Whether more than a tenth of the entities or of the relations would go. */
export const takesMuch = ({ nodes, relations }: LoadPlan): boolean =>
  [nodes, relations].some(
    ({ deleted, updated, unchanged }) => deleted > mostGone * (deleted + updated + unchanged),
  );
