// One entity by a name as people write it: resolved where one is meant, refused with candidates where several are.
import { describe, expect, test } from "vitest";
import { resolveNames } from "../../src/names/resolve.ts";
import { kindNames } from "../../src/ontology/model.ts";
import { loadedEngines } from "../support/answers.ts";

const sources = "doc-a:1";
const enterprise = (id: string, name: string, aliases = "") => ({
  id: `enterprise:${id}`,
  name,
  sources,
  ...(aliases === "" ? {} : { aliases }),
});

const world = {
  entities: {
    Document: [{ id: "document:a", name: "甲报告", stem: "doc-a", sources: "" }],
    Policy: [{ id: "policy:hongshan", name: "洪山区产业政策", policyType: "RULES", sources }],
    Cluster: [{ id: "cluster:xishan-cold", name: "低温装备（锡山）", clusterType: "CLUSTER", sources }],
    Enterprise: [
      enterprise("jiayi", "北京甲乙科技股份有限公司"),
      enterprise("bingding", "湖南丙丁电器股份有限公司"),
      enterprise("wuji", "上海戊己（集团）股份有限公司"),
      enterprise("gengxin-a", "无锡庚辛机械有限公司"),
      enterprise("gengxin-b", "苏州庚辛机械有限公司"),
      enterprise("renkui", "壬癸新材料（常州）有限公司", "*ST壬癸"),
      enterprise("zichou", "子丑制药股份有限公司"),
      enterprise("zichou-branch", "子丑制药股份有限公司无锡分公司"),
      enterprise("yinmao", "寅卯集团有限公司"),
      enterprise("yinmao-company", "寅卯有限公司"),
      enterprise("chensi", "辰巳", "辰巳集团"),
      enterprise("wuwei-trade", "午未贸易有限公司"),
      enterprise("wuwei-machines", "午未机械有限公司"),
      enterprise("zhejiang-media", "浙江传媒股份有限公司"),
      enterprise("shenyou", "申酉投资合伙企业（有限合伙）"),
      enterprise("societe", "Société Générale S.A."),
      enterprise("weishi", "衞士通信息产业股份有限公司"),
      enterprise("youxu", "酉戌通信化工有限公司"),
      enterprise("youxu-xintai", "酉戌信泰环保科技有限公司"),
      enterprise("youxu-heng", "苏州酉戌恒电子有限公司"),
    ],
  },
};

const { ask, data, stores } = loadedEngines(world);

describe("the brand of one with which the names of others begin", () => {
  test("stands for none of them alone", async () => {
    const { errors, messages } = await ask('{ enterprise(name: "酉戌") { id } }');
    expect(errors.map(({ code }) => code)).toEqual(["AMBIGUOUS_NAME"]);
    for (const id of ["youxu", "youxu-xintai", "youxu-heng"])
      expect(messages.join()).toMatch(new RegExp(`enterprise:${id} `));
  });

  test.each([
    ["酉戌通信", "youxu"],
    ["酉戌通信化工", "youxu"],
    ["酉戌恒", "youxu-heng"],
    ["酉戌信泰", "youxu-xintai"],
  ])("%s goes on as that of one", async (name, id) => {
    expect(await data(`{ enterprise(name: "${name}") { id } }`)).toEqual({
      enterprise: { id: `enterprise:${id}` },
    });
  });
});

describe("what is told apart by its place", () => {
  test.each(["洪山区产业政策", "武汉洪山区产业政策"])("%s is the district's", async (name) => {
    expect(await data(`{ policy(name: "${name}") { id } }`)).toEqual({ policy: { id: "policy:hongshan" } });
  });

  test.each(["武汉市产业政策", "湖北省产业政策", "江苏省产业政策", "江岸区产业政策"])(
    "%s is not",
    async (name) => {
      const { errors, messages } = await ask(`{ policy(name: "${name}") { id } }`);
      expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
      expect(messages.join()).toContain("is the id or name of no Policy here");
    },
  );

  test("a cluster of a city is none of its district, but may be called without a place", async () => {
    expect(await data(`{ cluster(name: "锡山低温装备") { id } }`)).toEqual({
      cluster: { id: "cluster:xishan-cold" },
    });
    const { errors } = await ask(`{ cluster(name: "无锡低温装备产业集群") { id } }`);
    expect(errors.map(({ code }) => code)).toEqual(["UNKNOWN_NAME"]);
  });
});

const found = async (name: string): Promise<unknown> => {
  const { enterprise } = await data<{ enterprise: { id: string } | null }>(
    "query($name: String!) { enterprise(name: $name) { id } }",
    { name },
  );
  return enterprise === null ? null : enterprise.id.slice("enterprise:".length);
};

describe("enterprise(name:)", () => {
  test.each([
    ["北京甲乙科技", "jiayi"],
    ["北京甲乙科技有限公司", "jiayi"],
    ["甲乙科技", "jiayi"],
    ["甲乙科技股份有限公司", "jiayi"],
    ["北京市甲乙科技股份有限公司", "jiayi"],
    ["甲乙", "jiayi"],
    ["湖南省丙丁电器股份有限公司", "bingding"],
    ["丙丁电器", "bingding"],
    ["丙丁电器公司", "bingding"],
    ["上海戊己股份有限公司", "wuji"],
    ["上海戊己集团股份有限公司", "wuji"],
    ["戊己集团", "wuji"],
    ["戊己", "wuji"],
    ["无锡庚辛机械", "gengxin-a"],
    ["无锡市庚辛机械股份有限公司", "gengxin-a"],
    ["江苏庚辛机械有限公司", undefined],
    ["壬癸新材料", "renkui"],
    ["ST壬癸", "renkui"],
    ["壬癸", "renkui"],
    ["常州壬癸新材料有限公司", "renkui"],
    ["子丑制药", "zichou"],
    ["子丑制药有限公司", "zichou"],
    ["子丑制药无锡分公司", "zichou-branch"],
    ["寅卯集团", "yinmao"],
    ["寅卯有限公司", "yinmao-company"],
    ["辰巳机器人股份有限公司", "chensi"],
    ["深圳市辰巳科技有限公司", "chensi"],
    ["午未机械", "wuwei-machines"],
    ["申酉投资", "shenyou"],
    ["societe generale", "societe"],
    ["衛士通信息產業", "weishi"],
    ["卫士通信息产业股份有限公司", "weishi"],
  ])("%s is %s", async (name, id) => {
    if (id !== undefined) expect(await found(name)).toBe(id);
    else
      expect((await ask(`{ enterprise(name: ${JSON.stringify(name)}) { id } }`)).errors[0]?.code).toBe(
        "AMBIGUOUS_NAME",
      );
  });

  test.each([
    ..."股份有限公司 有限公司 公司 集团 传媒 证券 汽车 机械 浙江 无锡 北京市 中国 新材料 科技有限公司".split(
      " ",
    ),
    "上海甲乙科技有限公司",
    "甲乙电子有限公司",
    "子丑制药股份有限公司苏州分公司",
    "午未科技有限公司",
    "申酉投资有限公司",
  ])("%s is nobody, and that is told", async (name) => {
    const answer = await ask("query($name: String!) { enterprise(name: $name) { id } }", { name });
    expect(answer.data).toEqual({ enterprise: null });
    expect(answer.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["enterprise"] }]);
  });

  test.each([
    ["庚辛机械", ["gengxin-a", "gengxin-b"]],
    ["庚辛机械有限公司", ["gengxin-a", "gengxin-b"]],
    ["庚辛", ["gengxin-a", "gengxin-b"]],
    ["寅卯", ["yinmao", "yinmao-company"]],
    ["午未", ["wuwei-machines", "wuwei-trade"]],
  ])("%s may be any of %j", async (name, ids) => {
    const answer = await ask("query($name: String!) { enterprise(name: $name) { id } }", { name });
    expect(answer.errors).toEqual([{ code: "AMBIGUOUS_NAME", path: ["enterprise"] }]);
    for (const id of ids) expect(answer.messages[0]).toContain(`enterprise:${id} `);
  });
});

describe("many names at once", () => {
  test("are one read, each with its own answer", async () => {
    for (const store of stores) {
      let reads = 0;
      const counting: typeof store = {
        ...store,
        read: (...args) => {
          reads += 1;
          return store.read(...args);
        },
      };
      const named = (texts: readonly string[]) =>
        resolveNames(
          counting,
          texts.map((text) => ({ text, kinds: ["Enterprise" as const] })),
        );
      const asked = ["甲乙科技", "enterprise:wuji", "庚辛机械", "没有"];
      await named(asked);
      expect(reads).toBe(1);
      // An id that is not there may have been given up for another: that is asked then.
      const answers = await named([...asked, "enterprise:nobody"]);
      expect(reads).toBe(3);
      expect(answers.map((one) => (one.is === "one" ? one.id : one.is))).toEqual([
        "enterprise:jiayi",
        "enterprise:wuji",
        "several",
        "none",
        "none",
      ]);
    }
  });

  test("several fields of one request", async () => {
    const answer = await ask(
      `{ a: enterprise(name: "甲乙科技") { id } b: enterprise(name: "丙丁电器") { name } c: region(name: "无锡") { id } }`,
    );
    expect(answer.data).toEqual({
      a: { id: "enterprise:jiayi" },
      b: { name: "湖南丙丁电器股份有限公司" },
      c: null,
    });
    expect(answer.errors).toEqual([{ code: "UNKNOWN_NAME", path: ["c"] }]);
  });
});

describe("the names of the reports", () => {
  const reports = loadedEngines("seed");
  test.each([
    ["enterprise", "苏州东山精密制造股份有限公司", "enterprise:dongshan"],
    ["enterprise", "科沃斯机器人股份有限公司", "enterprise:ecovacs"],
    ["enterprise", "深圳市汇川技术股份有限公司", "enterprise:huichuan"],
    ["enterprise", "无锡市鑫宏业线缆科技股份有限公司", "enterprise:xinhongye"],
    ["enterprise", "宁德时代新能源科技股份有限公司", "enterprise:catl"],
    ["region", "苏州市吴中区", "region:wuzhong"],
    ["region", "江苏省无锡市锡山区", "region:xishan"],
    ["park", "无锡锡山经济技术开发区", "park:xishan-development-zone"],
    ["park", "高邮市高新技术产业开发区", "park:gaoyou-high-tech"],
    ["institution", "无锡市锡山区工业和信息化局", "institution:xishan-industry-bureau"],
    ["institution", "吴中区人民政府", "institution:wuzhong-government"],
    ["cluster", "锡山区新能源产业", "cluster:xishan-new-energy"],
    ["cluster", "机器人产业链", "cluster:wuzhong-robot-chain"],
    ["cluster", "化妆品产业", "cluster:hangji-cosmetics"],
  ])("%s %s is %s", async (field, name, id) => {
    expect(
      await reports.data(`query($name: String!) { one: ${field}(name: $name) { id } }`, { name }),
    ).toEqual({
      one: { id },
    });
  });

  test.each([
    ["cluster", "新能源", "yangzhou-new-energy"],
    ["cluster", "生物医药", "xishan-biomedicine"],
    ["cluster", "数字经济", "yangzhou-digital"],
    ["programme", "智改数转", "hangji-smart-digital"],
    ["programme", "项目储备库", "wuzhong-investment-pool"],
  ])("%s %s may be several, one of them %s", async (field, name, id) => {
    const answer = await reports.ask(`query($name: String!) { one: ${field}(name: $name) { id } }`, { name });
    expect(answer.errors).toEqual([{ code: "AMBIGUOUS_NAME", path: ["one"] }]);
    expect(answer.messages[0]).toContain(`${field}:${id} `);
  });

  test("every name and alias of every kind finds its entity, or says among which it is", async () => {
    const [store] = reports.stores;
    if (store === undefined) throw new Error("no engine was opened");
    const rows = await store.read(
      "MATCH (n:Entity) WHERE NOT n:Observation RETURN n.id AS id, labels(n) AS labels, [n.name] + n.aliases AS names",
    );
    const asked = rows.flatMap((row) =>
      (row.names as string[]).map((text) => ({
        id: String(row.id),
        text,
        kinds: kindNames.filter((kind) => (row.labels as string[]).includes(kind)),
      })),
    );
    const answers = await resolveNames(store, asked);
    const wrong = asked.filter(({ id }, index) => {
      const answer = answers[index];
      if (answer?.is === "one") return answer.id !== id;
      return answer?.is !== "several" || !answer.candidates.some((one) => one.id === id);
    });
    expect(wrong).toEqual([]);
    expect(answers.filter(({ is }) => is === "one").length).toBeGreaterThan(asked.length * 0.95);
  });
});
