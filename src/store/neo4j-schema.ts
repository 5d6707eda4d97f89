// The constraints and indexes of the ontology as Neo4j's statements.
import { nodeIndexes, relationIndexes, textIndexes, uniqueRelations } from "./indexes.ts";

export interface SchemaStatement {
  /** Of the index that it makes. */
  readonly name: string;
  readonly statement: string;
}

/**
 * The full-text indexes. Not the analyser `cjk`: it leaves out English stop words, among them pinyin and initials such
 * as an, he, is, s and t. This one takes each Chinese character as a word, so that a quoted term is found wherever
 * it stands.
 */
export const searchStatements: readonly SchemaStatement[] = textIndexes.map(({ name, label, property }) => ({
  name,
  statement: `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON EACH [n.${property}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'standard-no-stop-words'}}`,
}));

/** Every constraint and index but the full text, each once. */
export const indexStatements: readonly SchemaStatement[] = [
  ...nodeIndexes.map((index): SchemaStatement => {
    const name = `${index.label}_${index.property}`.toLowerCase();
    const on = `FOR (n:${index.label})`;
    const statement = index.unique
      ? `CREATE CONSTRAINT ${name} IF NOT EXISTS ${on} REQUIRE n.${index.property} IS UNIQUE`
      : `CREATE INDEX ${name} IF NOT EXISTS ${on} ON (n.${index.property})`;
    return { name, statement };
  }),
  ...relationIndexes.map(({ type, property }): SchemaStatement => {
    const name = `${type}_${property}`.toLowerCase();
    return { name, statement: `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.${property})` };
  }),
  ...uniqueRelations.map((type): SchemaStatement => {
    const name = `${type}_id`.toLowerCase();
    return {
      name,
      statement: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
    };
  }),
];

/** All of them, for a database that was filled otherwise. */
export const schemaStatements: readonly SchemaStatement[] = [...indexStatements, ...searchStatements];
