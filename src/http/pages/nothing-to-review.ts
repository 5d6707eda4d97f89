// The page of reviews where there is nothing to review: what to do, in both languages.

import { escaped } from "../../text/markup.ts";
import { plainPage, type Wishes } from "./plain.ts";

const nothing = {
  zh: {
    title: "没有待核对的数据",
    lead: "核对页用来判断您的数据与图中已有的记录是否为同一企业。要得到待核对的记录：",
    steps: [
      "导入您的表格，结果写入一个图层文件夹：",
      "启动时同时载入自带数据和这个图层：",
      "再打开本页。已核对完的图层也没有待核对的记录。",
    ],
    others: "有待核对记录的图层：",
  },
  en: {
    title: "There is nothing to review",
    lead: "Reviews decide whether a record of your own data and one of the graph are the same enterprise. To have some:",
    steps: [
      "Import your table, which writes a folder, a layer:",
      "Start with the data that are there and this layer:",
      "Open this page again. A layer whose pairs are all decided has nothing to review either.",
    ],
    others: "Layers that have something to review:",
  },
} as const;

/** What to do where there is nothing to review, in the reader's language and below it in the other. */
export function nothingPage(names: readonly string[], styles: readonly string[], wished: Wishes): string {
  const commands = [
    "industry-graph import FILE --into my-data",
    "SEED_DIR=seed,my-data industry-graph start",
  ];
  const part = (language: Wishes["language"], level: 1 | 2): string => {
    const { title, lead, steps, others } = nothing[language];
    const items = steps.map((step, index) => {
      const command = commands[index];
      return `<li>${step}${command === undefined ? "" : ` <code>${command}</code>`}</li>`;
    });
    const links = names.map(
      (name) => `<a href="/review?layer=${encodeURIComponent(name)}">${escaped(name)}</a>`,
    );
    const layers = links.length === 0 ? "" : `<p>${others} ${links.join(" · ")}</p>`;
    return `<section lang="${language === "zh" ? "zh-Hans" : "en"}"><h${level}>${title}</h${level}>${layers}<p>${lead}</p><ol>${items.join("")}</ol></section>`;
  };
  const [own, other] = wished.language === "zh" ? (["zh", "en"] as const) : (["en", "zh"] as const);
  return plainPage({
    ...wished,
    styles,
    title: nothing[own].title,
    main: part(own, 1) + part(other, 2),
  });
}
