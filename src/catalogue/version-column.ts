// What every table says of itself beside its rows.

export interface WriteOptions {
  /** Version of the dataset that answered; null where none has been loaded. */
  readonly version: string | null;
  /** Whether CSV begins with the mark that lets Excel read UTF-8. */
  readonly bom: boolean;
}

/** Heading of the column that tells the dataset's version. */
export const versionColumn = "dataset_version";
