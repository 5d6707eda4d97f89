// Names short enough to stand beside a node: without the words for a place in front and a legal form behind, cut last.

const legal = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|Co\., ?Ltd\.?)$/u;

/** A name of at most so many characters. */
export function shortName(name: string, most: number): string {
  const characters = [...name];
  if (characters.length <= most) return name;
  const bare = [...name.replace(legal, "")];
  return bare.length <= most ? bare.join("") : `${bare.slice(0, most - 1).join("")}…`;
}
