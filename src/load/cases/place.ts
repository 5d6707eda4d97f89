// Where the cases of a folder of data lie.

/** A folder beside entities/ and relations/; its files end in .yaml or .yml. */
export const casesFolder = "cases";
