// The values that drawn documents ask the small world with: what there is, what there is not, and nothing.
import type { Values } from "./documents.ts";
import { fixture } from "./fixture.ts";

const rows = Object.values(fixture.entities ?? {}).flat();
const ids = [...rows.map((row) => row.id), "observation:1", "observation:4", "enterprise:none"];
const names = [...rows.map((row) => row.name), "鑫宏业", "鑫宏業", "没有", "ABC Robotics (Wuxi)"];
export const values: Values = {
  ID: ids,
  name: names,
  creditCode: ["91320200000000000A"],
  adminCode: ["320205"],
  stem: ["doc-a", "dir:doc-b", "none"],
  text: ["鑫宏业", "东", "xhy", "a", "企业", "锂电", "("],
  metric: ["output", "patents", "none"],
  period: ["2022", "2021", "2022-H1"],
  track: ["srdi", "champion"],
  after: [null],
  before: [null],
  last: [2, 0, 1, 3, null],
  first: [2, 0, 1, 3, 50, null],
  limit: [3, 0, 1, 100, null],
  hops: [1, 2, null],
  maxHops: [3, 1, 6, null],
  Date: ["2022", "2021-06", "2010-01-15", "2030"],
  Period: ["2022", "2021", "2022-H1", "2022-Q3", "2021-06"],
  Int: [1, 2, 2022],
  Float: [0, 1.5],
  String: ["2022", "2021-05", ""],
};
