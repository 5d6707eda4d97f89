// What is known, a list to be imported beside it, and what an import of it left.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planImport } from "../../src/import/run.ts";
import { type MatchLine, parseMatches } from "../../src/match/decisions.ts";
import { writeFolder } from "./folder.ts";

export const code = "91350100M000100Y43";
export const otherCode = "91320205MA1X00001B";

export const known = () => {
  const root = writeFolder({});
  const seed = writeFolder(
    {
      entities: {
        Document: [{ id: "document:report", name: "report", stem: "report", sources: "report:1" }],
        Region: [
          { id: "region:wuxi", name: "无锡市", sources: "report:1" },
          { id: "region:xuzhou", name: "徐州市", sources: "report:1" },
        ],
        Enterprise: [
          { id: "enterprise:jiayi", name: "无锡甲乙精密机械股份有限公司", capital: 100, sources: "report:2" },
          { id: "enterprise:wuji", name: "戊己新材料", aliases: "戊己", sources: "report:3" },
          { id: "enterprise:coded", name: "庚辛电子有限公司", creditCode: code, sources: "report:4" },
          { id: "enterprise:xingda", name: "兴达机械厂", sources: "report:5" },
        ],
      },
      relations: { LOCATED_IN: [{ from: "enterprise:xingda", to: "region:wuxi", sources: "report:5" }] },
    },
    join(root, "base"),
  );
  return { root, seed, into: join(root, "my-data"), work: join(root, "work") };
};

export const list = `企业名称,统一社会信用代码,所在区域,注册资本(万元)
无锡市甲乙精密机械有限公司,,无锡市,200
无锡甲乙精密机械股份有限公司苏州分公司,,,10
苏州甲乙精密机械有限公司,,,20
无锡甲乙食品有限公司,,,30
戊已新材料,,,40
改了名的电子有限公司,${code},,50
庚辛电子有限公司,91350100M000100Y43X,,60
兴达机械厂,,徐州市,70
无锡壬癸科技有限公司,,,80
`;

export async function imported(
  text: string,
  { root, seed, into }: ReturnType<typeof known>,
  name = "list.csv",
) {
  const file = join(writeFolder({ files: { [name]: text } }, join(root, "files")), name);
  const planned = await planImport({ file, into, upon: [seed], kind: "Enterprise" });
  planned.write(new Map());
  return planned;
}

export const matchesOf = (into: string): MatchLine[] =>
  parseMatches(readFileSync(join(into, "matches.csv"), "utf8"));

export const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: false })
      .filter((name) => /\.(?:csv|json)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
