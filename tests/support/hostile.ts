// Requests that nobody who means well sends, drawn from what attackers and broken programs do.
import type { Drawing } from "./drawing.ts";

export interface Hostile {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

const documents = [
  "{ enterprises(first: 3) { totalCount nodes { id name certifications { nodes { name } } } } }",
  "query Q($id: ID!) { enterprise(id: $id) { name park { name } } }",
  "query S($text: String!, $first: Int) { search(text: $text, first: $first) { score entity { id } } }",
  "mutation { deleteAll }",
  "subscription { x }",
  "{ __schema { types { name fields { name args { name } } } } }",
  '{ path(from: "enterprise:xinhongye", to: "enterprise:weizhi") { length } }',
  "fragment F on Enterprise { ...F } { enterprises { nodes { ...F } } }",
];
const odd = "{}[]()\"'\\`$@!:;,.<>=&|#%^~*+-/?\0\u0001\u200b\u202e\ufeff\ud800 \n\t业务🧨é";
const paths = [
  "/graphql",
  "/q/park-enterprises",
  "/q/search.csv",
  "/export/Enterprise.csv",
  "/entity/enterprise:xinhongye",
  "/list/Enterprise",
  "/search",
  "/explore",
  "/subgraph.gexf",
  "/openapi.json",
  "/cypher",
  "/watch/x.atom",
  "/review",
  "/reconcile",
  "/mcp",
  "/metrics",
  "/vocabulary",
  "/assets/x.js",
  "/sign-in",
  "/ready",
];
const tricks = [
  "/..",
  "/%2e%2e",
  "/..%2f..%2f..%2fetc%2fpasswd",
  "/%00",
  "/%ff%fe",
  "/%",
  "//evil.example",
  "/\\..\\..",
  "/.git/config",
  "/;a=b",
  "/__proto__",
  "/constructor",
  "/%252e%252e%252f",
  "/\u00e4".normalize("NFD"),
  "?",
  "/#x",
];
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  2 ** 53,
  "",
  "x",
  [],
  {},
  [[]],
  JSON.parse(`{"__proto__":{"a":1}}`),
  "enterprise:xinhongye",
  ["a", null],
  { toString: 1 },
  "\u0000",
  "' OR 1=1 --",
  '"}) RETURN 1 //',
  "{{7*7}}",
  "业".repeat(50),
];

const json = { "content-type": "application/json" };
const bodyOf = (value: unknown): Buffer =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A text with some of its characters changed, doubled, left out. */
function mutated(draw: Drawing, text: string): string {
  const characters = [...text];
  for (let times = 1 + draw.below(6); times > 0; times--) {
    const at = draw.below(characters.length);
    const how = draw.below(4);
    if (how === 0) characters.splice(at, 1 + draw.below(8));
    else if (how === 1) characters.splice(at, 0, draw.text(1 + draw.below(6), odd));
    else if (how === 2) characters.splice(at, 0, ...characters.slice(at, at + draw.below(30)));
    else characters[at] = draw.text(1, odd);
  }
  return characters.join("");
}

type Maker = (draw: Drawing) => Omit<Hostile, "kind">;
const post = (body: Buffer, headers: Readonly<Record<string, string>> = json, path = "/graphql") => ({
  method: "POST",
  path,
  headers,
  body,
});

const makers: Readonly<Record<string, Maker>> = {
  "JSON that is none": (draw) => post(bodyOf(mutated(draw, JSON.stringify({ query: draw.one(documents) })))),
  "bytes that are no text": (draw) =>
    post(Buffer.from(Array.from({ length: draw.below(400) }, () => draw.below(256)))),
  "JSON nested deep": (draw) => {
    const depth = 10 ** (1 + draw.below(4));
    const deep =
      draw.next() < 0.5 ? nested(depth, "[", "]") : `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    const field = draw.one(["variables", "extensions"]);
    return draw.next() < 0.5
      ? post(bodyOf(deep), json, draw.one(["/graphql", "/mcp", "/reconcile"]))
      : post(bodyOf(`{"query":"{ __typename }","${field}":{"x":${deep}}}`));
  },
  "wrong types": (draw) =>
    post(
      bodyOf({
        query: draw.next() < 0.5 ? draw.one(documents) : draw.one(values),
        variables: draw.one(values),
        operationName: draw.one(values),
        extensions: draw.one(values),
        ...(draw.next() < 0.3 ? { documentId: draw.one(values) } : {}),
      }),
    ),
  "variables of any type": (draw) =>
    post(
      bodyOf({
        query: draw.one(documents),
        variables: { id: draw.one(values), text: draw.one(values), first: draw.one(values) },
      }),
    ),
  "variables of any size": (draw) => {
    const text = draw
      .text(8, draw.one([odd, "中国新能源材料科技有限公司市业务"]))
      .repeat(10 ** (1 + draw.below(4)));
    return post(bodyOf({ query: draw.one([documents[1], documents[2]]), variables: { text, id: text } }));
  },
  "lists in place of a request": (draw) =>
    post(bodyOf(Array.from({ length: draw.below(500) }, () => ({ query: draw.one(documents) })))),
  "documents with slips": (draw) => post(bodyOf({ query: mutated(draw, draw.one(documents)) })),
  "documents nested deep": (draw) => {
    const depth = 1 + draw.below(2_000);
    return post(bodyOf({ query: `{ region(id: "x") ${nested(depth, "{ partOf ", "}")} }` }));
  },
  "many aliases": (draw) => {
    const fields = Array.from(
      { length: draw.below(400) },
      (_, index) => `a${index}: enterprises { totalCount }`,
    );
    return post(bodyOf({ query: `{ ${fields.join(" ")} }` }));
  },
  "odd headers": (draw) => {
    const header = draw.text(1 + draw.below(60), 'abc=;,/*q0.9"\\ \u00e9');
    const name = draw.one([
      "accept",
      "content-type",
      "accept-language",
      "accept-encoding",
      "if-none-match",
      "x-request-id",
      "origin",
      "cookie",
      "authorization",
      "range",
      "expect-ct",
      "x-forwarded-for",
      "forwarded",
      "x-explain",
      "x-cost",
    ]);
    return { ...post(bodyOf({ query: draw.one(documents) })), headers: { ...json, [name]: header } };
  },
  "other methods": (draw) => ({
    method: draw.one(["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "PURGE"]),
    path: draw.one(paths),
    headers: {},
  }),
  "path tricks": (draw) => ({
    method: "GET",
    path: encodeURI(
      `${draw.one(paths)}${draw.one(tricks)}${draw.next() < 0.5 ? draw.one(tricks) : ""}`,
    ).replace(/%25/g, "%"),
    headers: { accept: draw.one(["text/html", "application/json", "*/*", "text/turtle"]) },
  }),
  "addresses of any variables": (draw) => {
    const pair = (): string =>
      `${encodeURIComponent(draw.one(["park", "text", "id", "first", "after", "filter", "query", "hops", "kinds", "bom", "name", draw.text(3, "ab[]")]))}=${encodeURIComponent(textOf(draw.one(values)))}`;
    return {
      method: "GET",
      path: `${draw.one(paths)}?${Array.from({ length: draw.below(6) }, pair).join("&")}`,
      headers: { accept: draw.one(["text/html", "application/json", "*/*"]) },
    };
  },
  "addresses of any length": (draw) => ({
    method: "GET",
    path: `${draw.one(paths)}/${draw
      .text(4, "ab%2f")
      .repeat(10 ** draw.below(4))
      .replace(/%/g, "")}`,
    headers: {},
  }),
  "forms and files": (draw) =>
    post(
      bodyOf(draw.text(50, "ab=&;-\r\n")),
      {
        "content-type": draw.one([
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "text/plain",
          "application/graphql",
          "application/xml",
          "application/json; charset=utf-16",
          "",
        ]),
      },
      draw.one(paths),
    ),
};

export const kinds = Object.keys(makers);

/** A request of one kind after the other. */
export function hostile(draw: Drawing, index: number): Hostile {
  const kind = kinds[index % kinds.length] as string;
  return { kind, ...(makers[kind] as Maker)(draw) };
}
