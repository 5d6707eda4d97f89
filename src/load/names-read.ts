// How this version takes names apart, as a fingerprint: stores hold keys that were made by it, and those that another
// version made find less. What is kept for names that differ in every way is taken, so that no number need be raised.
import { createHash } from "node:crypto";
import { nameWords } from "../text/name-words.ts";
import { placeNames } from "../text/places.ts";
import { aliasNodes, entityNode } from "./rows.ts";

/** Names that take every way through the reading of names of their kinds. */
const samples: Readonly<Record<string, string>> = {
  enterprise:
    "无锡鑫宏业线缆科技股份有限公司|科沃斯|安普瑞斯（无锡）有限公司|江苏省无锡市锡山区德昌电机有限公司|中铁四局集团有限公司|中国工商银行股份有限公司无锡分行|*ST万科A|三一集团|恒力石化（大连）有限公司|無錫衞達電子|Wuxi AppTec Co., Ltd.|58同城|灵山集团|无锡市第二轴承厂|无锡华润上华科技有限公司一分厂|重庆长安汽车股份有限公司|银行股份有限公司|甲乙合伙企业（有限合伙）|ＳＫ海力士半导体（中国）有限公司|东山精密",
  park: "无锡锡山经济技术开发区|苏州工业园区|吴中综合保税区|惠山软件园|扬州高新区",
  region: "无锡市|吴中区|延边朝鲜族自治州|苏州市吴中区|新吴区",
  policy: "扬州政府工作报告|工信部企业〔2022〕63号|关于支持小巨人的若干措施（试行）",
  cluster: "新能源产业集群|苏州市吴中区机器人产业链|1+4+n",
  certification: "国家级专精特新“小巨人”企业|江苏省企业技术中心|高企|无锡市级绿色工厂",
  metric: "新增规模以上工业企业数量|一般公共预算收入增幅|研发投入占GDP比重",
  institution: "吴中区人民政府|江苏省工业和信息化厅|管委会|中国光大银行股份有限公司|戴德梁行",
  fund: "吴中区产业基金（有限合伙）|中小企业贷款增信基金",
};

/** All that names are read by: places, words of trades and legal forms, and what comes of the samples. */
function fingerprint(): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([nameWords, placeNames]));
  for (const [prefix, names] of Object.entries(samples))
    for (const name of names.split("|")) {
      const values = { id: `${prefix}:sample`, name, aliases: [name.slice(0, 4)] };
      hash.update(JSON.stringify([entityNode({ ...values }), aliasNodes(values)]));
    }
  return hash.digest("hex").slice(0, 12);
}

let known: string | undefined;

/** The fingerprint of how names are read. */
export function namesRead(): string {
  known ??= fingerprint();
  return known;
}
