// What one of a count is, by the measure word that the source uses: the unit that people say after "per".

const words: Readonly<Record<string, string>> = {
  家: "enterprise",
  户: "enterprise",
  人: "person",
  位: "person",
  名: "person",
  项目: "project",
  家次: "recognition",
  户次: "recognition",
  人次: "attendance",
  场: "event",
  亩: "mu",
  enterprise: "enterprise",
  enterprises: "enterprise",
  person: "person",
  people: "person",
};

/** What one of a count is: enterprise for 家, person for 人; empty where the measure word does not tell. */
export function peopleUnit(stated: string): string {
  return Object.hasOwn(words, stated) ? (words[stated] ?? "") : "";
}

/** The measure words and what one of them is, for the question files that name units per piece. */
export const peopleWords: Readonly<Record<string, string>> = words;
