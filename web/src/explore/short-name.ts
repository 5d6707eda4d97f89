// Names short enough to stand beside a node: without the words for a place in front and a legal form behind, cut last.

const legal = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|Co\., ?Ltd\.?)$/u;

/** How many letters take the place of one Chinese character. */
const letters = 1.75;

/** A name of at most so many Chinese characters, or of letters as wide. */
export function shortName(name: string, characters: number): string {
  const most = /\p{Script=Han}/u.test(name) ? characters : Math.floor(characters * letters);
  if ([...name].length <= most) return name;
  const bare = [...name.replace(legal, "")];
  return bare.length <= most ? bare.join("") : `${bare.slice(0, most - 1).join("")}…`;
}
