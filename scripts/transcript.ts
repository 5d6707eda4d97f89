// docs/agents.md: ten questions asked of a running server over MCP, with what was answered. Run as
// `node --import tsx scripts/transcript.ts http://localhost:4000` with the seed data loaded.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const questions: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ["鑫宏业是哪家企业？", "search", { text: "鑫宏业" }],
  ["锡山经济技术开发区里有哪些企业？", "park_enterprises", { park: "锡山经济技术开发区", first: 3 }],
  ["鑫宏业能享受哪些政策？还缺什么？", "policy_matches", { enterprise: "鑫宏业", first: 2 }],
  ["鑫宏业在梯度培育中处于哪一级？", "ask_question", { name: "ladder", variables: { enterprise: "鑫宏业" } }],
  ["鑫宏业和中科微至之间有什么联系？", "path", { from: "鑫宏业", to: "中科微至" }],
  [
    "“3+3+3”产业体系在吴中区缺哪些环节？",
    "ask_question",
    { name: "cluster_gaps", variables: { cluster: "3+3+3", region: "吴中区", first: 3 } },
  ],
  [
    "2021 年各产业规模预测排名如何？",
    "ask_question",
    { name: "ranking", variables: { metric: "industry-scale", period: "2021", status: "FORECAST" } },
  ],
  [
    "吴中区的目标完成了多少？",
    "ask_question",
    { name: "targets", variables: { subject: "吴中区", first: 2 } },
  ],
  ["链主是什么意思？", "explain_schema", { topic: "链主" }],
  [
    "没有这家企业有限公司是谁？（一个不存在的名称）",
    "ask_question",
    { name: "entity", variables: { id: "没有这家企业有限公司" } },
  ],
];

/** Lines of an answer that are shown; the rest is left out and said so. */
const most = 40;

const [server = "http://localhost:4000"] = process.argv.slice(2);
const client = new Client({ name: "transcript", version: "1" });
await client.connect(new StreamableHTTPClientTransport(new URL(`${server}/mcp`)));
const parts: string[] = [];
for (const [asked, name, given] of questions) {
  const result = await client.callTool({ name, arguments: given });
  const text = (result.content as { text: string }[])[0]?.text ?? "";
  const lines = JSON.stringify(JSON.parse(text), null, 1).split("\n");
  const shown =
    lines.length > most ? [...lines.slice(0, most), `… (${lines.length - most} more lines)`] : lines;
  parts.push(
    `## ${asked}\n\n\`${name}\` ${JSON.stringify(given)}\n\n\`\`\`json\n${shown.join("\n")}\n\`\`\`\n`,
  );
}
await client.close();
const head = `# Ten questions of an agent (智能体问答实录)

What the tools of \`/mcp\` answered on the data of the reports, as it was answered; long answers are cut here. Every row names its sources, every answer the version of the data. Written by \`scripts/transcript.ts\`.

Both eras of the protocol are served (2025-11-25 and 2026-07-28); \`tests/mcp/conformance.test.ts\` runs its own checks, \`@modelcontextprotocol/conformance\`: what is offered passes whole, and prompts, resources, completions, levels of logging and tools that ask back are not offered.

`;
writeFileSync(fileURLToPath(new URL("../docs/agents.md", import.meta.url)), `${head}${parts.join("\n")}`);
