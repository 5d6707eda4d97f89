// Headings that say where something is, put together as offices do: 所在镇街, 镇（街道）, 属地板块, 企业所属区县/园区.

const whose = "(?:企业|单位|公司|项目|市场主体|主体)?";
const how =
  "(?:所属|所在|隶属|归属|注册|登记|办公|生产|经营|纳税|税收|属地|推荐|申报|管辖)?地?(?:的|所属|所在)?";
const regions =
  "设区市|地级市|直辖市|行政区划|行政区域|行政区|县市区|市县区|区市县|市辖区|自治区|省市|省份|省|城市|市区|区县|县区|区域|地区|地域|辖区|片区|板块|街镇|镇街|街道|乡镇|镇乡|属地|社区|市|区|县|镇|乡|村|街|地";
const parks =
  "产业园区?|工业园区?|科技园区?|经济开发区|经开区|开发区|高新区|功能区|功能板块|园区|载体|集聚区|孵化器";
const between = "[/、,，()和或及·-]*";

const places = new RegExp(`^${whose}${how}((?:(?:${parks}|${regions})${between})+)(?:名称)?$`, "u");
const park = new RegExp(`^(?:${parks})`, "u");

/** Whether a heading says a place, and of which kind the first word of it is. */
export function placeHeading(heading: string): "Region" | "Park" | undefined {
  const text = heading
    .normalize("NFKC")
    .replace(/[\s*☆:]/g, "")
    .replace(/\((?:必填|选填|全称|下拉选择|请选择)\)/g, "");
  const said = places.exec(text)?.[1];
  if (said === undefined) return undefined;
  return park.test(said) ? "Park" : "Region";
}

/** How large a place is by its last character: 3 a province, 0 a town; undefined where it does not say. */
export function sizeOf(name: string): number | undefined {
  const text = name.trim();
  if (/(?:省|自治区)$/u.test(text)) return 3;
  if (/(?:开发区|园区|高新区|经开区|社区|新区|片区|板块)$/u.test(text)) return undefined;
  if (/(?:镇|乡|街道)$/u.test(text)) return 0;
  if (/[区县]$/u.test(text)) return 1;
  return /市$/u.test(text) ? 2 : undefined;
}

const parkName =
  /(?:开发区|高新区|经开区|园区|产业园|工业园|科技园|软件园|创业园|孵化园|科创园|集聚区|度假区|保税区|商务区|示范区)$/u;

/** The kind of place that a name which nobody knows is, by its last word. */
export const placeKindOf = (name: string): "Region" | "Park" | undefined =>
  parkName.test(name.trim()) ? "Park" : sizeOf(name) !== undefined ? "Region" : undefined;
