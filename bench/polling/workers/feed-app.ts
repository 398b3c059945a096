import { Hono } from "hono";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { etag } from "hono/etag";

/** What tutorials end with: Hono's own middleware does all that is asked of HTTP. */
export function feedApp(rss: () => string): Hono {
  const app = new Hono();
  app.use(cors(), compress(), etag());
  app.get("/rss.xml", (c) =>
    c.body(rss(), 200, {
      "Content-Type": "application/rss+xml; charset=utf-8",
      "Cache-Control": "public, max-age=900",
    }),
  );
  app.get("/feed", (c) => c.redirect("/rss.xml", 301));
  return app;
}
