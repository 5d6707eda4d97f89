/* To try it, run this first:
:param industryCode => 'C38';
*/
// enterprise.by-industry: enterprises of an industry by its code of GB/T 4754 or the beginning of one, with or without the letter.
// root
// args: industryCode: String!
// returns: node

MATCH (node:Enterprise)
WHERE node.industryCode STARTS WITH toUpper($industryCode) OR substring(node.industryCode, 1) STARTS WITH $industryCode

RETURN node ORDER BY node.id
