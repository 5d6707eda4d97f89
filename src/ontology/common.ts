// The properties every node and every relation has.
import { date, oneOf, type Properties, sources, text, texts } from "./definitions.ts";
import { factStatus } from "./enumerations.ts";

const status = oneOf(
  factStatus,
  "确定程度",
  "status",
  "How firmly the fact was said: stated, implied by context, a target or a forecast. STATED if left empty.",
  { filled: true },
);
const cited = sources(
  "出处",
  "sources",
  "Where it was said: one or more stem:line, separated by |. At least one unless the kind is Document.",
);

/** The English name of what has one, for sentences in English. */
export const nameEn = text("英文名", "English name", "Its name in English.");

/** Properties of every node, in the order of CSV columns. */
export const nodeProperties: Properties = {
  id: text("标识", "id", "Readable, prefixed by the kind, unique and never changing.", {
    required: true,
    searched: false,
  }),
  name: text("名称", "name", "The chosen name, in simplified script where it is Chinese.", {
    required: true,
    searched: "name",
  }),
  aliases: texts("别名", "aliases", "Other names that sources use, separated by |.", {
    searched: "name",
    filled: true,
  }),
  summary: text("简介", "summary", "One sentence of our own about it.", { bilingual: true }),
};

/** Properties of every node that come after those of its kind. */
export const nodeEvidence: Properties = { status, sources: cited };

/** Columns of every relation before those of its type. `key` tells apart relations of one type and ends. */
export const relationEnds: Properties = {
  from: text("起点", "from", "Id or unambiguous name of the entity the relation starts at.", {
    required: true,
  }),
  to: text("终点", "to", "Id or unambiguous name of the entity the relation ends at.", { required: true }),
  key: text(
    "区分键",
    "key",
    "Tells apart several relations of one type between the same ends, such as a year.",
  ),
};

/** Properties of every relation that come after those of its type. */
export const relationEvidence: Properties = {
  since: date("起始", "since", "Since when it holds, as precisely as the source says."),
  until: date("截止", "until", "Until when it held."),
  note: text("备注", "note", "What a reader should know about this relation.", { bilingual: true }),
  status,
  sources: cited,
};
