// The graph for agents, over the Model Context Protocol: the catalogue's questions as tools, and three general ones.
import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import type { GraphQLSchema } from "graphql";
import type { Ask } from "../catalogue/ask.ts";
import { jsonSchemaOf } from "../catalogue/openapi.ts";
import type { Catalogue, Operation } from "../catalogue/operation.ts";
import { variablesOf } from "../catalogue/variables.ts";
import { IndustryGraphError, isIndustryGraphError } from "../errors.ts";
import { distance } from "../load/distance.ts";
import { pageFor } from "./page.ts";
import { topicLines } from "./topics.ts";

export interface McpOptions {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
  readonly ask: Ask;
  readonly version: () => Promise<string | null>;
  /** Whether each question is a tool of its own; else those marked as shown, and `ask_question` for the rest. */
  readonly all?: boolean;
}

type Arguments = Readonly<Record<string, unknown>>;

const instructions = `产业知识图谱：企业、园区、政策、产业集群及其关系，每条事实注明出处（文献:行）。
A knowledge graph of local industry in China. Every row names its sources as document:line: cite them, with the dataset version.
Names may be given wherever an id is asked for. list_questions tells what can be asked, ask_question asks it, explain_schema tells what words mean.
What is absent from an answer is not known here; that is not the same as "no".`;

/** A tool's name: letters, digits and underscores. */
export const toolName = (name: string): string => name.replaceAll("-", "_");

/** Takes what is given as it is: what does not fit a question is told as all else that is wrong, with what would. */
const unjudged = {
  getValidator: () => (input: unknown) => ({
    valid: true as const,
    data: input as never,
    errorMessage: undefined,
  }),
};

const cursorSchema = { type: "string", description: "下一页 / next page: `next` of the answer before" };

/** The JSON Schema of a question's variables: paging is the cursor's, whose pages are cut by size. */
function inputOf({ variables }: Operation): object {
  const shown = variables.filter(({ name }) => name !== "after");
  const properties = shown.map(({ name, type, about, fallback }) => [
    name,
    {
      ...jsonSchemaOf(type),
      description: `${about.zh} / ${about.en}`,
      ...(fallback === undefined ? {} : { default: fallback }),
    },
  ]);
  return {
    type: "object",
    properties: { ...Object.fromEntries(properties), cursor: cursorSchema },
    required: shown.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

const text = (value: unknown) => ({
  content: [{ type: "text" as const, text: typeof value === "string" ? value : JSON.stringify(value) }],
});

/** What a tool gives; an error of ours is told to the agent with its candidates, so that it can ask again. */
async function toldOf(version: () => Promise<string | null>, answer: () => Promise<unknown>) {
  try {
    return text(await answer());
  } catch (error) {
    if (!isIndustryGraphError(error) || error.code === "INTERNAL" || error.code === "BAD_STATEMENT")
      throw error;
    const dataset = await version();
    return { ...text({ dataset, error: error.message, code: error.code, ...error.details }), isError: true };
  }
}

/** The question of that name, however its words are parted, or of that title. */
function questionNamed(catalogue: Catalogue, given: string): Operation {
  const asked = given.trim();
  const name = asked.replace(/(?<=[a-z])(?=[A-Z])|[\s_]+/g, "-").toLowerCase();
  const operation =
    catalogue.get(name) ??
    [...catalogue.values()].find(
      ({ title }) => title.zh === asked || title.en.toLowerCase() === asked.toLowerCase(),
    );
  if (operation !== undefined) return operation;
  const near = [...catalogue.keys()]
    .sort((one, other) => distance(name, one) - distance(name, other))
    .slice(0, 3);
  throw new IndustryGraphError(
    "NOT_FOUND",
    `There is no question named ${given}; near are ${near.join(", ")}. list_questions lists all.`,
  );
}

/** Makes a server of tools; each connection or request has one of its own. */
export function createMcpServer({ schema, catalogue, ask, version, all = false }: McpOptions): McpServer {
  const server = new McpServer(
    { name: "industry-graph", version: "0.2.0" },
    { instructions, capabilities: { tools: {} } },
  );
  const annotations = { readOnlyHint: true, openWorldHint: false };
  const told = (answer: () => Promise<unknown>) => toldOf(version, answer);
  const page = (operation: Operation, { cursor, ...variables }: Arguments) =>
    pageFor(schema, ask, version, operation, variablesOf(operation, variables), cursor);
  for (const operation of catalogue.values()) {
    if (!all && !operation.shown) continue;
    const { title, about } = operation;
    server.registerTool(
      toolName(operation.name),
      {
        title: title.zh,
        description: `${title.zh}：${about.zh}\n${title.en}: ${about.en}`,
        inputSchema: fromJsonSchema<Arguments>(inputOf(operation) as never, unjudged),
        annotations,
      },
      (given) => told(() => page(operation, given ?? {})),
    );
  }
  server.registerTool(
    "list_questions",
    {
      title: "有哪些问题可问",
      description:
        "列出全部命名问题及其变量。\nLists every named question with its variables; ask them with ask_question.",
      inputSchema: fromJsonSchema<Arguments>({
        type: "object",
        properties: {},
        additionalProperties: false,
      } as never),
      annotations,
    },
    () =>
      told(async () => ({
        dataset: await version(),
        questions: [...catalogue.values()].map(
          ({ name, title, variables }) =>
            `${toolName(name)}(${variables
              .filter((one) => one.name !== "after")
              .map((one) => `${one.name}: ${one.type}`)
              .join(", ")}) ${title.zh} / ${title.en}`,
        ),
      })),
  );
  server.registerTool(
    "ask_question",
    {
      title: "按名称提问",
      description:
        "按名称提一个命名问题。\nAsks a named question (see list_questions). Rows come with sources and the dataset version.",
      inputSchema: fromJsonSchema<Arguments>({
        type: "object",
        properties: {
          name: { type: "string", description: "问题名称 / the question's name" },
          variables: { type: "object", description: "变量 / its variables", additionalProperties: true },
          cursor: cursorSchema,
        },
        required: ["name"],
        additionalProperties: false,
      } as never),
      annotations,
    },
    ({ name, variables, cursor }) =>
      told(async () =>
        page(questionNamed(catalogue, String(name)), { ...((variables ?? {}) as Arguments), cursor }),
      ),
  );
  server.registerTool(
    "explain_schema",
    {
      title: "解释图谱里的概念",
      description:
        "按词查模式里的类型、字段和枚举值及其含义。\nTells types, fields and values of the schema about a topic, in Chinese or English words.",
      inputSchema: fromJsonSchema<Arguments>({
        type: "object",
        properties: { topic: { type: "string", description: "词 / words, as 链主 or certification" } },
        required: ["topic"],
        additionalProperties: false,
      } as never),
      annotations,
    },
    ({ topic }) =>
      told(async () => {
        const lines = topicLines(schema, String(topic));
        const note =
          "模式里没有这个词：名称请用 search 查，概念可换一个词。 / The schema has no such word: search finds names; try another word for a concept, as certification or 资质.";
        return { dataset: await version(), topic, lines, ...(lines.length === 0 ? { note } : {}) };
      }),
  );
  return server;
}
