// The port by which pages ask, on the server and in the browser.

/**
 * Asks a document and gives its data; what went wrong is thrown as an AskError. The variable `lang`, the language of
 * the page, is always given.
 */
export type Ask = <T>(query: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;
