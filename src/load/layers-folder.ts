// Where several layers are composed: beside the embedded engine's data.
import type { Settings } from "../config.ts";

/** The folder in which layers are composed; it may be deleted whenever nothing is being loaded. */
export const layersFolder = ({ DATA_DIR }: Pick<Settings, "DATA_DIR">): string =>
  `${DATA_DIR.replace(/[\\/]+$/, "")}.layers`;
