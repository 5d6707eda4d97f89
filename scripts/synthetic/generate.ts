// Generates a folder of synthetic data: the same size and seed give the same bytes.
import { writeEntities } from "./entities.ts";
import { writeEvidence } from "./evidence.ts";
import { claimFolder, readMarker, writeMarker } from "./folder.ts";
import { writePolicies } from "./policies.ts";
import { writeProjects } from "./projects.ts";
import { writeRelations } from "./relations.ts";
import { worldOf } from "./world.ts";

/** Raised when the same size and seed give other bytes than before. */
const version = 2;

export interface Generated {
  readonly rows: number;
  readonly milliseconds: number;
}

/**
 * Writes a synthetic world of so many enterprises into a folder in the format of seed/.
 * @throws Error where the folder holds anything that is not synthetic
 */
export function generate(folder: string, enterprises: number, seed: number): Generated {
  const started = performance.now();
  claimFolder(folder);
  const world = worldOf(enterprises, seed);
  const { rows: entities, listed } = writeEntities(folder, world);
  const rows =
    entities +
    writeRelations(folder, world, listed) +
    writePolicies(folder, world) +
    writeProjects(folder, world) +
    writeEvidence(folder, world);
  writeMarker(folder, { finished: true, version, enterprises, seed, rows });
  return { rows, milliseconds: Math.round(performance.now() - started) };
}

/** Generates where the folder does not hold just that already; gives the number of rows. */
export function generateOnce(folder: string, enterprises: number, seed: number): number {
  const made = readMarker(folder);
  const same =
    made?.finished === true &&
    made.version === version &&
    made.enterprises === enterprises &&
    made.seed === seed;
  return same ? Number(made.rows) : generate(folder, enterprises, seed).rows;
}
