// All work that is compared.
import type { Work } from "./work.ts";
import { entityWork } from "./work-entities.ts";
import { filterWork } from "./work-filters.ts";
import { listWork } from "./work-lists.ts";
import { totalWork } from "./work-totals.ts";

export const allWork: readonly Work[] = [...entityWork, ...listWork, ...filterWork, ...totalWork];
