// Conditions in words, as expressions: in Chinese by their names, in English made of what a condition consists of, since
// its name is Chinese. `c` is the condition, `k` the same flat, `t` what it tests, `gauge` the metric it is about.

/** A text for readers, in English and in Chinese: an expression each. */
export interface InBoth {
  readonly en: string;
  readonly zh: string;
}

/** The English name of an entity; else the name it has, in quotation marks. */
export const nameEn = (entity: string): string => `coalesce(${entity}.nameEn, '“' + ${entity}.name + '”')`;

/** The clauses that bind `gauge`, the metric of a condition `c`. */
export const bindMetric: readonly string[] = [
  "CALL (c) {",
  "  MATCH (measured:Metric {id: 'metric:' + c.metric})",
  "  RETURN head(collect(measured)) AS gauge",
  "}",
];

const byPredicate = (cases: Readonly<Record<string, string>>, otherwise: string): string =>
  `CASE k.predicate\n${Object.entries(cases)
    .map(([predicate, text]) => `  WHEN '${predicate}' THEN ${text}\n`)
    .join("")}  ELSE ${otherwise} END`;

/** What is tested, and that a higher one does as well. */
const target = nameEn("t");
const title: InBoth = {
  en: `${target} + CASE WHEN k.orHigher = true THEN ' (or a higher one)' ELSE '' END`,
  zh: "t.name + CASE WHEN k.orHigher = true THEN '（或更高级别）' ELSE '' END",
};
const metric = `coalesce(gauge.nameEn, '“' + gauge.name + '”', k.metric)`;
const dated = "coalesce(' ' + c.boundsEn, '')";
const bounds = "coalesce(' (' + c.boundsEn + ')', '')";

/** What is tested, in English: `thing` once it is bound. */
export const thing = byPredicate(
  {
    HOLDS: `'recognised as ' + ${title.en}`,
    HOLDS_LEVEL:
      "'a certification of the ' + toLower(k.level) + ' level' + CASE WHEN k.orHigher = true THEN ' or a higher one' ELSE '' END + coalesce(' on the track ' + k.track, '')",
    FIRST_RECOGNITION: `'recognised as ' + ${target} + ' for the first time' + ${dated}`,
    RE_EXAMINATION: `'re-examined as ' + ${target} + ${dated}`,
    IN_REGION: `'in ' + ${target}`,
    IN_PARK: `'in ' + ${target}`,
    IN_CLUSTER: `'part of ' + ${target}`,
    LISTED: "'listed'",
    FIGURE: `${metric} + ${bounds}`,
    CAPITAL: `'registered capital' + ${bounds}`,
    FOUNDED: `'founded' + ${dated}`,
  },
  "null",
);

const verb = `CASE WHEN k.negated = true THEN 'not ' ELSE '' END + CASE WHEN k.predicate IN ['HOLDS_LEVEL', 'FIGURE', 'CAPITAL'] THEN 'to have ' ELSE 'to be ' END`;

/** What is demanded. A condition may say it in words of its own; where nothing else is known it is called by its name. */
export const demand: InBoth = {
  en: `coalesce(c.summary, ${verb} + thing, '“' + c.name + '”')`,
  zh: "c.name",
};

const told = "coalesce(c.summary, thing, '“' + c.name + '”')";

/** What would meet an unmet condition. */
export const change: InBoth = {
  en: byPredicate(
    {
      HOLDS: `'to be recognised as ' + ${title.en}`,
      FIRST_RECOGNITION: `'to be recognised as ' + ${target}`,
      RE_EXAMINATION: `'to pass re-examination as ' + ${target}`,
      LISTED: "'to be listed'",
    },
    `'to reach: ' + ${told}`,
  ),
  zh: byPredicate(
    {
      HOLDS: `'获评' + ${title.zh}`,
      FIRST_RECOGNITION: "'获评' + t.name",
      RE_EXAMINATION: "'通过复审：' + t.name",
      LISTED: "'上市'",
    },
    "'达到：' + c.name",
  ),
};

/** What to find out of an unknown one. */
export const toFind: InBoth = {
  en: byPredicate(
    {
      HOLDS: `'whether and when it was recognised as ' + ${title.en}`,
      FIRST_RECOGNITION: `'whether and when it was recognised as ' + ${target}`,
      RE_EXAMINATION: `'whether and when it passed re-examination as ' + ${target}`,
      HOLDS_LEVEL: `'its certifications and their levels: ' + ${told}`,
      IN_REGION: `'where it is registered or works: whether in ' + ${target}`,
      IN_PARK: `'where it is registered or works: whether in ' + ${target}`,
      IN_CLUSTER: `'whether it belongs to ' + ${target}`,
      LISTED: "'whether it is listed'",
      CAPITAL: "'its registered capital'",
      FOUNDED: "'when it was founded'",
    },
    `'its latest figure: ' + ${told}`,
  ),
  zh: byPredicate(
    {
      HOLDS: `'是否获评、何时获评' + ${title.zh}`,
      FIRST_RECOGNITION: "'是否获评、何时获评' + t.name",
      RE_EXAMINATION: "'是否、何时通过复审：' + t.name",
      HOLDS_LEVEL: "'所获资质及其级别：' + c.name",
      IN_REGION: "'注册或经营地点：是否在' + t.name",
      IN_PARK: "'注册或经营地点：是否在' + t.name",
      IN_CLUSTER: "'是否属于' + t.name",
      LISTED: "'是否上市'",
      CAPITAL: "'注册资本'",
      FOUNDED: "'成立时间'",
    },
    "'最近一期数据：' + c.name",
  ),
};
