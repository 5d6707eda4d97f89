// Signing in with a token: for browsers, which send no header of ours. The cookie is sent to this server only, by its
// own pages only, and no script can read it.
import { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { IndustryGraphError, isIndustryGraphError } from "../../errors.ts";
import { tokenCookie } from "../access.ts";
import { factsOf } from "../facts.ts";
import { pageHeaders } from "../pages/policy.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

/** Seconds that a browser keeps a token; one that has ended does not do any more, kept or not. */
const keptFor = 30 * 24 * 3_600;

/** Where to go afterwards: an address of ours. */
function nextOf(given: unknown): string {
  return typeof given === "string" && /^\/(?![/\\])[^\r\n\t]*$/.test(given) ? given : "/";
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function page(next: string, problem: string): string {
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>登录 · Sign in</title></head>
<body><main><h1>登录 <span lang="en">Sign in</span></h1>
${problem === "" ? "" : `<p role="alert">${escaped(problem)}</p>`}
<form method="post" action="/sign-in"><input type="hidden" name="next" value="${escaped(next)}">
<p><label>令牌 <span lang="en">Token</span> <input type="password" name="token" required autofocus autocomplete="current-password" size="64"></label></p>
<p><button>登录 <span lang="en">Sign in</span></button></p></form>
<p>令牌由管理员用 <code>industry-graph token make</code> 生成。 <span lang="en">Whoever runs this server makes tokens.</span></p></main></body></html>`;
}

export const signInRoutes: Routes = ({ access }) => {
  const app = new Hono<RouteEnvironment>();
  const headers = { ...pageHeaders, "cache-control": "no-store" };
  app.get("/sign-in", (context) => context.html(page(nextOf(context.req.query("next")), ""), 200, headers));
  app.post("/sign-in", async (context) => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header("content-type") ?? ""))
      throw new IndustryGraphError("UNSUPPORTED_MEDIA_TYPE", "/sign-in takes the form of its own page.");
    const { token, next: given } = await context.req.parseBody();
    const next = nextOf(given);
    try {
      const text = typeof token === "string" ? token.trim() : "";
      const asker = await access.askerOf(text);
      factsOf(context.env.incoming).token = asker.name;
      const secure =
        new URL(context.req.url).protocol === "https:" || context.req.header("x-forwarded-proto") === "https";
      setCookie(context, tokenCookie, text, {
        httpOnly: true,
        sameSite: "Strict",
        path: "/",
        secure,
        maxAge: keptFor,
      });
      return context.redirect(next, 303);
    } catch (error) {
      if (!isIndustryGraphError(error)) throw error;
      factsOf(context.env.incoming).codes = [error.code];
      return context.html(page(next, error.message), 401, headers);
    }
  });
  app.post("/sign-out", (context) => {
    deleteCookie(context, tokenCookie, { path: "/" });
    return context.redirect("/sign-in", 303);
  });
  return app;
};
