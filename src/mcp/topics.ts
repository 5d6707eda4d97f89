// Tells an agent of the schema: types and fields whose name or description has the words asked for.
import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";

/** Lines told at the most. */
const most = 40;

interface Line {
  readonly text: string;
  readonly score: number;
  /** Whether it belongs to what filters and groups by: of that there is very much, and it says least of what a word means. */
  readonly derived: boolean;
}

const isDerived = (type: string): boolean => /(?:Group|Filter|Condition|Order|OrderField)$/.test(type);

/**
 * Lines of the schema about a topic, the best first: `Type.field(args): Type - description`.
 * @param topic words in Chinese or English; all lines that have any of them, those with all first
 */
export function topicLines(schema: GraphQLSchema, topic: string): string[] {
  const words = topic
    .toLowerCase()
    .split(/[\s,，、]+/)
    .filter((word) => word !== "");
  const lines: Line[] = [];
  const add = (owner: string, name: string, text: string, description: string | null | undefined): void => {
    const about = (description ?? "").replaceAll("\n", " ");
    const low = `${name} ${about}`.toLowerCase();
    const score =
      words.filter((word) => low.includes(word)).length + (words.includes(name.toLowerCase()) ? 1 : 0);
    if (score > 0)
      lines.push({
        text: about === "" ? text : `${text} - ${about}`,
        score,
        derived: isDerived(owner),
      });
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    add(type.name, type.name, type.name, type.description);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        const args = field.args.map(({ name, type: of }) => `${name}: ${of}`).join(", ");
        add(
          type.name,
          field.name,
          `${type.name}.${field.name}${args === "" ? "" : `(${args})`}: ${field.type}`,
          field.description,
        );
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        add(type.name, field.name, `${type.name}.${field.name}: ${field.type}`, field.description);
    } else if (isEnumType(type)) {
      for (const value of type.getValues())
        add(type.name, value.name, `${type.name}.${value.name}`, value.description);
    }
  }
  return lines
    .sort(
      (one, other) =>
        other.score - one.score ||
        Number(one.derived) - Number(other.derived) ||
        one.text.length - other.text.length,
    )
    .slice(0, most)
    .map(({ text }) => text);
}
