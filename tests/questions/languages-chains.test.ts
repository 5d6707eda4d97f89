// What is found out about chains and parks is told in Chinese and in English, on the real data.
import { expect, test } from "vitest";
import { loadedEngines } from "../support/answers.ts";

const { data } = loadedEngines("seed");

interface Told {
  readonly why: string;
  readonly zh: string;
}

test("how a cluster and an enterprise fit a park", async () => {
  const { park } = await data(
    `{ park(name: "宛山湖科技城") {
      outside: fit(cluster: "四新四强产业集群") { why zh: why(lang: ZH) }
      focus: fit(cluster: "新能源（锡山）") { en: why(lang: EN) zh: why(lang: ZH) }
      near: fitFor(enterprise: "鑫宏业") { why zh: why(lang: ZH) }
      open: fitFor(enterprise: "科沃斯") { why zh: why(lang: ZH) } } }`,
  );
  expect(park).toMatchObject({
    outside: {
      why: "四新四强产业集群 is not in the focus that 宛山湖科技城 declares; enterprises of it there: 0.",
      zh: "四新四强产业集群不在宛山湖科技城明确的重点之内；当地属于它的企业0家。",
    },
    near: {
      why: "宛山湖科技城 focuses on 新能源（锡山）, to which a cluster of 无锡鑫宏业线缆科技股份有限公司 belongs or is close.",
      zh: "宛山湖科技城重点发展新能源（锡山），无锡鑫宏业线缆科技股份有限公司所属的产业集群即是它，或与它相近。",
    },
    open: {
      why: "It is not known which cluster 科沃斯 belongs to.",
      zh: "尚不知科沃斯属于哪个产业集群。",
    },
  });
  const { focus } = park as { focus: { en: string; zh: string } };
  expect(focus.en).toMatch(
    /^宛山湖科技城 declares 新能源（锡山） to be in its focus; enterprises of it there: \d+\.$/,
  );
  expect(focus.zh).toMatch(/^宛山湖科技城已明确把新能源（锡山）列为重点；当地属于它的企业\d+家。$/);
});

test("which parts of a chain are missing or stand on one enterprise", async () => {
  const { clusters } = await data<{ clusters: { nodes: { gaps: { parts: Told[] } | null }[] } }>(
    `{ clusters(first: 100) { nodes { gaps(region: "锡山区") { parts { why zh: why(lang: ZH) } } } } }`,
  );
  const told = clusters.nodes.flatMap(({ gaps }) => gaps?.parts ?? []);
  const forms: readonly (readonly [en: RegExp, zh: RegExp])[] = [
    [/^No enterprise named in 锡山区 belongs to /, /^锡山区没有已知名的企业属于/],
    [/^Only .* in 锡山区 is known to belong to /, /^在锡山区只知.*一家属于/],
    [/^\d+ enterprises named in 锡山区 belong to /, /^在锡山区有\d+家已知名的企业属于/],
  ];
  for (const [en, zh] of forms) {
    const those = told.filter(({ why }) => en.test(why));
    expect(those.length).toBeGreaterThan(0);
    for (const one of those) expect(one.zh).toMatch(zh);
  }
  expect(told.every(({ why }) => forms.some(([en]) => en.test(why)))).toBe(true);
});
