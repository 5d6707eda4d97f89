// Codes given where a name is asked for, or one code where another is: what has them is told, and by what to ask.
import { asKept } from "../ontology/codes.ts";
import { type Kind, kindNames, propertiesOf } from "../ontology/model.ts";
import type { GraphStore, ReadOptions } from "../store/port.ts";

/** The properties by which one entity is looked up beside its id and its name. */
const codes: readonly { readonly kind: Kind; readonly property: string }[] = kindNames.flatMap((kind) =>
  Object.entries(propertiesOf(kind))
    .filter(([, { unique, type }]) => unique === true && type === "text")
    .map(([property]) => ({ kind, property })),
);

/** Whether a text may be a code: letters, digits and what joins them. */
const mayBeCode = (text: string): boolean =>
  /^(?=.*\d)[A-Z\d][A-Z\d.:_-]{1,39}$/iu.test(text.normalize("NFKC").trim());

/**
 * What has a text as a code, as the end of a message: empty where nothing has.
 * @param asked the property that was asked for it, where one was
 */
export async function toldOfCode(
  store: Pick<GraphStore, "read">,
  text: string,
  read: ReadOptions,
  asked?: string,
): Promise<string> {
  if (!mayBeCode(text)) return "";
  const plain = text.normalize("NFKC").trim().toUpperCase();
  const others = codes.filter(({ property }) => property !== asked);
  const parameters = Object.fromEntries(
    others.map(({ property }, at) => [`v${at}`, [...new Set([text, plain, String(asKept(property, text))])]]),
  );
  const looks = others.map(
    ({ kind, property }, at) =>
      `UNWIND $v${at} AS code MATCH (n:${kind}) WHERE n.${property} = code RETURN '${kind}' AS kind, '${property}' AS property, n.id AS id, n.name AS name`,
  );
  const rows = await store.read(`// What has a code.\n${looks.join("\nUNION\n")}`, parameters, read);
  return rows
    .slice(0, 3)
    .map(
      ({ kind, property, id, name }) =>
        ` It is the ${property} of ${kind} ${id} (${name}): ask by ${property}.`,
    )
    .join("");
}
