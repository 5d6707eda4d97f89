// docs/units.md: units of figures for readers. Derived from the table, never edited by hand.
import { type NormalUnit, normalUnits, unitRows } from "../../src/ontology/units.ts";

/** The page of units. */
export function unitsPage(): string {
  const rows = unitRows();
  const normals = Object.entries(normalUnits).map(([name, unit]: [string, NormalUnit]) => {
    const own = rows.filter((row) => row.normal === name);
    const stated = own.map(({ unit: text, factor, occasions }) => {
      const made = factor === 1 ? "" : ` = ${factor}`;
      return `${text}${made}${occasions ? " (occasions)" : ""}`;
    });
    return `| \`${name}\` | ${unit.zh} | ${stated.join(", ")} | ${unit.doc} |`;
  });
  return `<!-- Generated from src/ontology/units.ts by npm run generate. -->

# Units

A figure keeps its value and unit as the source states them. Beside them stand \`normalisedValue\` and \`normalisedUnit\`, in which figures are compared, added up and checked. The loader derives both from \`unit\` where the row leaves them empty, and refuses a row whose stated pair contradicts this table, or whose normalised unit is not the \`normalUnit\` of its metric. A unit that is not here is accepted only with both columns filled in.

十, 百, 千, 万 and 亿 may stand before any unit: 亿元 is 100,000,000 yuan, 万平方米 is 10,000 square metre, 万家 is 10,000. Two units with a slash are a quotient: 万元/亩 is 10,000 \`yuan per mu\`. Full-width forms and ㎡ are read as well, and the names in the first column may be written themselves. 名 is a rank (第三名) unless the metric's normal unit, or the row, says count (300名).

Units marked as occasions (家次, 人次) count how often, not how many: a check never sets them beside counts of things, though both are normalised to \`count\`.

| normalised unit | | as stated, and what one of it makes | what it is |
|---|---|---|---|
${normals.join("\n")}
`;
}
