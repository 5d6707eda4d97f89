// All groups of questions in the order of docs/questions.md, and of docs/filters.md.
import type { Group } from "./question.ts";
import { chains } from "./questions-chains.ts";
import { connections } from "./questions-connections.ts";
import { figures } from "./questions-figures.ts";
import { ladders } from "./questions-ladder.ts";
import { lists } from "./questions-lists.ts";
import { policies } from "./questions-policies.ts";
import { projects } from "./questions-projects.ts";
import { quality } from "./questions-quality.ts";
import { times } from "./questions-time.ts";

export const groups: readonly Group[] = [
  ...[policies, ladders, chains, projects, connections, figures, times, quality, lists],
];
