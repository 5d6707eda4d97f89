// Signing in with a token: for browsers, which send no header of ours. The cookie is sent to this server only, by its
// own pages only, and no script can read it.
import { type Context, Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { IndustryGraphError, isIndustryGraphError } from "../../errors.ts";
import { escaped } from "../../text/markup.ts";
import { tokenCookie } from "../access.ts";
import { factsOf } from "../facts.ts";
import { formOf } from "../form.ts";
import { plainPage, styleSheets, type Wishes, wishesOf } from "../pages/plain.ts";
import { pageHeaders } from "../pages/policy.ts";
import type { RouteEnvironment, Routes } from "../routing.ts";

/** Seconds that a browser keeps a token; one that has ended does not do any more, kept or not. */
const keptFor = 30 * 24 * 3_600;

/** Where to go afterwards: an address of ours. */
function nextOf(given: unknown): string {
  return typeof given === "string" && /^\/(?![/\\])[^\r\n\t]*$/.test(given) ? given : "/";
}

const words = {
  zh: { title: "登录", token: "令牌", makers: "令牌由管理员用 industry-graph token make 生成。" },
  en: {
    title: "Sign in",
    token: "Token",
    makers: "Whoever runs this server makes tokens: industry-graph token make.",
  },
} as const;

function page(next: string, problem: string, styles: readonly string[], wishes: Wishes): string {
  const { title, token, makers } = words[wishes.language];
  const alert =
    problem === "" ? "" : `<p class="state failed" role="alert" lang="en">${escaped(problem)}</p>`;
  return plainPage({
    ...wishes,
    styles,
    title,
    main: `<h1>${title}</h1>${alert}
<form method="post" action="/sign-in"><input type="hidden" name="next" value="${escaped(next)}">
<p><label>${token} <input type="password" name="token" required autofocus autocomplete="current-password" size="40"></label> <button class="primary">${title}</button></p></form>
<p class="soft">${makers}</p>`,
  });
}

export const signInRoutes: Routes = ({ access }) => {
  const app = new Hono<RouteEnvironment>();
  const headers = { ...pageHeaders, "cache-control": "no-store" };
  const styles = styleSheets();
  const wishes = (context: Context): Wishes => wishesOf(context.req.url, (name) => context.req.header(name));
  app.get("/sign-in", (context) =>
    context.html(page(nextOf(context.req.query("next")), "", styles, wishes(context)), 200, headers),
  );
  app.post("/sign-in", async (context) => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header("content-type") ?? ""))
      throw new IndustryGraphError("UNSUPPORTED_MEDIA_TYPE", "/sign-in takes the form of its own page.");
    const { token, next: given } = await formOf(context);
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
      return context.html(page(next, error.message, styles, wishes(context)), 401, headers);
    }
  });
  app.post("/sign-out", (context) => {
    deleteCookie(context, tokenCookie, { path: "/" });
    return context.redirect("/sign-in", 303);
  });
  return app;
};
