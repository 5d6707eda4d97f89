// Gives every connection the arguments that page from its end, beside those that page from its front.
import { type DocumentNode, type InputValueDefinitionNode, Kind } from "graphql";
import { withFields } from "./fields.ts";

const argument = (name: string, type: string): InputValueDefinitionNode => ({
  kind: Kind.INPUT_VALUE_DEFINITION,
  name: { kind: Kind.NAME, value: name },
  type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
});

/** The document with `last` and `before` on every field that takes `first` and `after`, and so has pages. */
export function withBackward(document: DocumentNode): DocumentNode {
  return withFields(document, (_, field) => {
    const args = field.arguments ?? [];
    const takes = (wanted: string): boolean => args.some(({ name }) => name.value === wanted);
    if (!takes("first") || !takes("after")) return field;
    return { ...field, arguments: [...args, argument("last", "Int"), argument("before", "String")] };
  });
}
