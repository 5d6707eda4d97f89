// `__typename`, the one field that every object has and no type declares.

import { GraphQLNonNull, GraphQLString } from "graphql";
import type { Asked } from "./plan-field.ts";

const type = new GraphQLNonNull(GraphQLString);

export const typename = (key: string, parent: string, nodes: Asked["nodes"]): Asked => ({
  key,
  name: "__typename",
  parent,
  nodes,
  type,
});
