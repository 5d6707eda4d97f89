// docs/neo4j-guide.html: a walk through the questions as a guide of Neo4j Browser, from simple to deep. The statements
// are those of the question files; the words between them stand here.
import { paramLines } from "../../questions/param-lines.ts";
import { type SavedQuestion, savedQuestions } from "./saved-questions.ts";

interface Stop {
  readonly question: string;
  readonly zh: string;
  readonly en: string;
}

const stops: readonly Stop[] = [
  {
    question: "entity.relation-counts",
    zh: "展开之前先看数量：每种关系、每个方向各有多少。",
    en: "Counts before opening anything: how many relations of each type and direction.",
  },
  {
    question: "enterprise.neighbours",
    zh: "同一园区的其他企业。",
    en: "Other enterprises of the same park.",
  },
  {
    question: "cluster.allMembers",
    zh: "一个产业集群及其各部分中的企业。",
    en: "The enterprises of a cluster and of its parts.",
  },
  {
    question: "neighbourhood",
    zh: "一家企业周围有什么：双击图上的点可继续展开。",
    en: "What surrounds an enterprise. A double click on a node of the picture opens more.",
  },
  {
    question: "enterprise.similar",
    zh: "与它最相像的企业，以及相像在哪里。",
    en: "Enterprises most like it, and what they share.",
  },
  {
    question: "commonNeighbours",
    zh: "几个实体共同关联到什么。",
    en: "What several entities have in common.",
  },
  {
    question: "path",
    zh: "两个实体之间最短的关系链。",
    en: "The shortest chain of relations between two entities.",
  },
  {
    question: "cluster.singleSuppliers",
    zh: "产业链上的唯一供应商。",
    en: "Suppliers in a chain that nobody else could replace.",
  },
  {
    question: "enterprise.ladder",
    zh: "梯度培育：在哪一级，下一级缺什么、奖多少。",
    en: "The ladder: which rung, what the next one lacks and what it pays.",
  },
  {
    question: "enterprise.policy-matches",
    zh: "让政策找企业：能享受哪些措施，缺哪些条件。",
    en: "Which measures it could get, and which conditions it lacks.",
  },
  {
    question: "project.events",
    zh: "项目走过的阶段，各有出处。",
    en: "The stages of a project, each with where that was said.",
  },
  {
    question: "document.facts",
    zh: "一份文献的一行说了什么。",
    en: "What a line of a document says.",
  },
  {
    question: "entity.conflicts",
    zh: "哪些说法互相矛盾，以及如何处理。",
    en: "Which statements contradict each other, and what is done about it.",
  },
  {
    question: "quality.enterprises-without-park",
    zh: "数据缺什么：未注明园区的企业。",
    en: "What is missing: enterprises without a park.",
  },
];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => text.replace(/[&<>]/g, (one) => entities[one] ?? one);

function slide(heading: string, words: readonly string[], statements: readonly string[]): string {
  return `    <slide>
      <h3>${escaped(heading)}</h3>
${words.map((one) => `      <p>${escaped(one)}</p>\n`).join("")}${statements
  .map(
    (one) =>
      `      <pre class="pre-scrollable programlisting cm-s-neo code runnable standalone-example">${escaped(one)}</pre>\n`,
  )
  .join("")}    </slide>`;
}

function stopSlide(
  { question, zh, en }: Stop,
  at: number,
  known: ReadonlyMap<string, SavedQuestion>,
): string {
  const found = known.get(question);
  if (found === undefined) throw new Error(`The guide names ${question}, which is no question of Neo4j.`);
  return slide(`${at + 1}. ${zh}`, [en, `${found.file}: ${found.title}`], [found.statement]);
}

export interface GuideAbout {
  readonly saved: readonly SavedQuestion[];
  /** Questions that the data have nothing for: their slides are left out. */
  readonly leftOut: ReadonlySet<string>;
  /** Where examples are of other data than the shipped: which stands for which. */
  readonly others: ReadonlyMap<string, string>;
}

const shipped = (): GuideAbout => ({ saved: savedQuestions(), leftOut: new Set(), others: new Map() });

const example = "enterprise:xinhongye";

/** The whole guide: about the shipped data, unless others are given. */
export function browserGuide({ saved, leftOut, others }: GuideAbout = shipped()): string {
  const known = new Map(saved.map((one) => [one.name, one]));
  const shown = stops.filter(({ question }) => !leftOut.has(question));
  const gone = stops.length - shown.length;
  const first = slide(
    "产业图谱 Industry Graph",
    [
      "点击语句，它会进入编辑器；可先改其中的 id，再按运行。",
      "Click a statement to put it into the editor; change the id in it as you like, then run it.",
      ...(gone === 0
        ? []
        : [
            `未列出 ${gone} 个问题：已载入的数据中没有可问的对象。`,
            `Left out: ${gone} questions, since the loaded data have nothing they could ask about.`,
          ]),
      "图谱里有什么：每种实体各有多少。What the graph holds, by kind:",
    ],
    [
      "MATCH (n:Entity) UNWIND labels(n) AS kind WITH kind WHERE kind <> 'Entity'\nRETURN kind, count(*) AS number ORDER BY number DESC",
    ],
  );
  const last = slide(
    "参数 Parameters",
    [
      "cypher/ 中的文件带有参数：先运行文件开头的 :param 行，再粘贴整个文件。",
      "The files of cypher/ have parameters: run the :param lines at the beginning first, then paste the whole file.",
    ],
    [
      ...paramLines({ id: others.get(example) ?? [...others.values()][0] ?? example }),
      "MATCH (n:Entity {id: $id})-[r]-(other) RETURN n, r, other LIMIT 50",
    ],
  );
  return `<!-- A guide of Neo4j Browser: see docs/neo4j.md. Made by npm run generate. -->
<article class="guide">
  <title>产业图谱 Industry Graph</title>
  <carousel class="deck container-fluid">
${[first, ...shown.map((stop, at) => stopSlide(stop, at, known)), last].join("\n")}
  </carousel>
</article>
`;
}
