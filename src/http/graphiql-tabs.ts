// The tabs of GraphiQL: the samples from simple to deep, then the questions of the catalogue. Their examples name things
// of the shipped data; where other data are loaded, things of these stand in, so that a tab gives an answer, and a tab
// for whose things there is nothing is left out.
import { sampleGroups } from "../api/samples/samples.ts";
import type { QuestionTab } from "../catalogue/tabs.ts";
import type { Title } from "../ontology/definitions.ts";
import { kindNames, kindOf, kindOfId } from "../ontology/model.ts";
import { type Asked, askedOf, namedIn, searchedText } from "./graphiql-asked.ts";
import { figuresOfMetrics, inPeriodsOfData } from "./graphiql-periods.ts";
import { type AskApi, standIns, textStandIns } from "./graphiql-stand-ins.ts";

export interface Tab {
  readonly query: string;
  /** JSON. */
  readonly variables: string;
  readonly title: Title;
  /** What it is listed under. */
  readonly group: Title;
  /** Whether it is there as a tab from the first; all others are in the list of questions. */
  readonly isOpen: boolean;
}

/** What a tab is made of: the question, and the text about it that stands before it. */
interface Source extends Asked, Pick<Tab, "group" | "isOpen"> {
  readonly named: Title;
  /** Comment lines of a sample, which its text has not. */
  readonly title: string;
  /** Whether its values are written into its text too. */
  readonly isSample: boolean;
}

const intro =
  '# 更多问题在上方的列表里 · More questions are in the list above.\n# 下方 Variables 中的值可以修改 · The values below, under Variables, are yours to change.\n# 想看语句，在 Headers 中写 · To see the statements, write under Headers: {"x-explain": "1"}\n';

/** What a question of the catalogue is listed under: the kind that it begins with, by its first field. */
function groupOf(query: string): Title {
  const [, first] = /^query [^{]*\{\s*(?:\w+: )?(\w+)/m.exec(query) ?? [];
  const kind = kindNames.find((one) => kindOf(one).field === first || kindOf(one).plural === first);
  return kind === undefined
    ? { zh: "目录：其他", en: "Catalogue: other questions" }
    : { zh: `目录：${kindOf(kind).title.zh}`, en: `Catalogue: ${kindOf(kind).title.en}` };
}

/** Every question of a tab, as it is with the shipped data. */
const sourcesOf = (questions: readonly QuestionTab[]): Source[] => [
  ...sampleGroups.flatMap(({ title: group, samples, open }) =>
    samples.map(({ title, query, variables }, at) => ({
      title: `# ${title.zh}\n# ${title.en}\n`,
      named: title,
      group,
      isOpen: at < open,
      query,
      values: variables,
      isSample: true,
    })),
  ),
  ...questions.map(({ title, query, variables }) => ({
    title: "",
    named: title,
    group: groupOf(query),
    isOpen: false,
    query,
    values: JSON.parse(variables) as Record<string, unknown>,
    isSample: false,
  })),
];

/** A sample with its values as defaults too: its address holds the text alone, and is answered wherever it is opened. */
function withDefaults(query: string, values: Readonly<Record<string, unknown>>): string {
  return query.replace(/^query \w+\([^)]*\)/m, (head) =>
    head.replace(/\$(\w+): ([\w![\]]+)/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      const isEnum = typeof value === "string" && /^[A-Z_]+$/.test(value);
      return `${whole} = ${isEnum ? value : JSON.stringify(value)}`;
    }),
  );
}

/** The header of a question of the catalogue, whose lines about variables end in an example. */
function withExamples(query: string, values: Asked["values"], before: Asked["values"]): string {
  return query.replace(/^(# \$(\w+):[^|\n]*\|[^|\n]*\| ).*$/gm, (whole, head: string, name: string) => {
    const value = values[name];
    const written = JSON.stringify(value, undefined, 1)?.replaceAll(/\n\s*(?=\])|(?<=\[)\n\s*/g, "");
    if (written === undefined || JSON.stringify(value) === JSON.stringify(before[name])) return whole;
    return head + written.replaceAll(/\n\s*/g, " ");
  });
}

function tabOf(source: Source, { query, values }: Asked): Tab {
  const { named: title, group, isOpen } = source;
  return {
    title,
    group,
    isOpen,
    query:
      source.title +
      (source.isSample ? withDefaults(query, values) : withExamples(query, values, source.values)),
    variables: JSON.stringify(values, null, 2),
  };
}

interface Chosen {
  readonly source: Source;
  readonly others: ReadonlyMap<string, string>;
  /** Ids for which the data have nothing, or not as many different ones as the question sets side by side. */
  readonly lacked: readonly string[];
}

/** Chooses what stands for the ids of a question: for each another one, but none of those that were refused. */
function choose(
  source: Source,
  found: ReadonlyMap<string, readonly string[]>,
  refused: ReadonlySet<string> = new Set(),
): Chosen {
  const ids = namedIn(source);
  const taken = new Set(ids.filter((id) => !found.has(id)));
  const others = new Map<string, string>();
  for (const id of ids) {
    const other = found.get(id)?.find((one) => !taken.has(one) && !refused.has(one));
    if (other === undefined) continue;
    taken.add(other);
    others.set(id, other);
  }
  return { source, others, lacked: ids.filter((id) => found.has(id) && !others.has(id)) };
}

/** Says which questions are not there, by the kinds they lack. */
function leftOut(count: number, lacked: readonly string[]): string {
  if (count === 0) return "";
  const kinds = [...new Set(lacked.map(kindOfId))].flatMap((kind) => (kind === undefined ? [] : kind));
  const titles = kinds.map((kind) => kindOf(kind).title);
  const zh = titles.map((title) => title.zh).join("、");
  const en = titles.map((title) => title.en).join(", ");
  return `# 未列出 ${count} 个问题：已载入的数据中没有（或没有足够的）${zh}\n# Left out: ${count} questions, as the loaded data have none, or not enough, of ${en}\n`;
}

/** Metrics that are tried in the place of one, until a question with one is answered. */
const mostTried = 5;

/** The tabs for the data that are loaded. Where the API does not answer they are as written. */
export async function tabsFor(questions: readonly QuestionTab[], ask: AskApi): Promise<Tab[]> {
  const sources = sourcesOf(questions);
  const found = await standIns([...new Set(sources.flatMap(namedIn))], ask);
  const texts = await textStandIns([...new Set(sources.flatMap((one) => searchedText(one) ?? []))], ask);
  const figuresOf = figuresOfMetrics(ask);

  /** A question about the loaded data. What its figures are about may be of another metric: those are tried in turn. */
  async function written(source: Source): Promise<Chosen & { readonly asked: Asked }> {
    const refused = new Set<string>();
    for (;;) {
      const chosen = choose(source, found, refused);
      const others = new Map([...texts, ...chosen.others]);
      const asked = await inPeriodsOfData(askedOf(source, others), figuresOf);
      const metrics = [...chosen.others].filter(([id]) => kindOfId(id) === "Metric");
      if (chosen.lacked.length > 0 || metrics.length === 0) return { ...chosen, asked };
      if ((await ask(asked.query, asked.values)).errors === undefined) return { ...chosen, asked };
      for (const [, other] of metrics) refused.add(other);
      if (refused.size >= mostTried) return { ...chosen, asked, lacked: metrics.map(([id]) => id) };
    }
  }

  const chosen = await Promise.all(sources.map(written));
  const shown = chosen.filter(({ lacked }) => lacked.length === 0);
  const lacked = chosen.flatMap((one) => one.lacked);
  const head = intro + leftOut(chosen.length - shown.length, lacked);
  return shown.map(({ source, asked }, at) =>
    tabOf(at === 0 ? { ...source, title: `${source.title}${head}` } : source, asked),
  );
}
