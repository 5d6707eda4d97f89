// Ladders of certifications, which data name by a code, as readers call them. A code that is not here, of somebody's
// own data, is shown as it is there.
import type { Title } from "../../../src/ontology/definitions.ts";

const of = (zh: string, en: string): Title => ({ zh, en });

export const trackTitles: Readonly<Record<string, Title>> = {
  chain: of("产业链", "industry chain"),
  cloud: of("企业上云", "cloud adoption"),
  contest: of("大赛", "contests"),
  "design-centre": of("工业设计中心", "industrial design centre"),
  energy: of("能源", "energy"),
  gazelle: of("瞪羚企业", "gazelle enterprises"),
  green: of("绿色制造", "green manufacturing"),
  "high-tech": of("高新技术企业", "high-tech enterprises"),
  "industrial-internet": of("工业互联网", "industrial internet"),
  innovation: of("创新", "innovation"),
  "intellectual-property": of("知识产权", "intellectual property"),
  laboratory: of("实验室", "laboratories"),
  park: of("园区", "parks"),
  pool: of("培育库", "pool of candidates"),
  project: of("项目", "projects"),
  ranking: of("榜单", "rankings"),
  region: of("地区荣誉", "titles of regions"),
  "resource-use": of("资源利用", "use of resources"),
  "single-champion": of("制造业单项冠军", "single champions"),
  size: of("企业规模", "size of enterprise"),
  "smart-manufacturing": of("智能制造", "smart manufacturing"),
  srdi: of("专精特新", "SRDI"),
  "srdi-support": of("支持专精特新", "support of SRDI"),
  "technology-centre": of("企业技术中心", "enterprise technology centre"),
  "two-integration": of("两化融合", "integration of IT and industry"),
};

/** A ladder's name in the page's language. */
export const trackName = (code: string, language: keyof Title): string =>
  Object.hasOwn(trackTitles, code) ? (trackTitles[code]?.[language] ?? code) : code;
