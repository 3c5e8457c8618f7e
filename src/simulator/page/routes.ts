import { readFile } from "node:fs/promises";

import { Hono } from "hono";
import { z } from "zod";

import { chartSvg } from "#charts/chart-svg.ts";
import { simulatorErrors, simulatorMisuse } from "#simulator/control-body.ts";
import { commandsJson, wordsJson, mailState, pageState, peopleJson, type PageDeps } from "./state.ts";
import { shell } from "./shell.ts";

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};
/** Names only: nothing outside the folder of the page can be asked for. */
const FILE_NAME = /^[a-z-]+\.(js|css|svg)$/;
/** Microsoft's own renderer of Adaptive Cards, as it is published. */
const RENDERER = "adaptivecards/dist/adaptivecards.min.js";

const LABELS_MAX = 50;
const pictureSchema = z.object({
  kind: z.enum(["bars", "stacked-bars", "lines"]),
  title: z.string(),
  labels: z.array(z.string()).max(LABELS_MAX),
  series: z.array(z.object({ name: z.string(), values: z.array(z.number()).max(LABELS_MAX) })).max(LABELS_MAX),
});

/**
 * GET / (the page), its files under /page/, and what it shows: GET /simulator/page?user=&chat=&channel= and
 * GET /simulator/page/mail?user=&customer=. Everything the page does goes through the same control as a program's acts.
 */
export function pageRoutes(deps: PageDeps): Hono {
  const routes = new Hono();
  simulatorErrors(routes);
  const start = { people: peopleJson(), commands: commandsJson(), words: wordsJson(), timeZone: deps.timeZone };
  routes.get("/", (c) => c.html(shell(start)));
  routes.get("/page/adaptivecards.js", async (c) => {
    const content = await readFile(new URL(import.meta.resolve(RENDERER)));
    return c.body(content, 200, { "content-type": TYPES["js"] ?? "", "cache-control": "max-age=3600" });
  });
  routes.get("/page/chart.svg", (c) => {
    const picture = pictureSchema.safeParse(jsonOf(c.req.query("of") ?? ""));
    if (!picture.success) throw simulatorMisuse("Say what to draw with ?of=, a chart as JSON.");
    return c.body(chartSvg(picture.data), 200, { "content-type": TYPES["svg"] ?? "" });
  });
  routes.get("/page/:file", async (c) => {
    const file = c.req.param("file");
    const [, extension = ""] = FILE_NAME.exec(file) ?? [];
    const type = TYPES[extension];
    if (type === undefined) return c.notFound();
    const content = await readFile(new URL(`browser/${file}`, import.meta.url)).catch(() => null);
    return content === null
      ? c.notFound()
      : c.body(content, 200, { "content-type": type, "cache-control": "no-cache" });
  });
  routes.get("/simulator/page", async (c) => {
    const user = c.req.query("user");
    if (user === undefined) throw simulatorMisuse("Say whose page with ?user=, by id, e-mail or handle.");
    const chat = c.req.query("chat") === "teams" ? "teams" : "slack";
    return c.json(await pageState(deps, { user, chat, channel: c.req.query("channel") ?? null }));
  });
  routes.get("/simulator/page/mail", (c) =>
    c.json(mailState(deps.mailbox, c.req.query("user") ?? "", c.req.query("customer") ?? null)),
  );
  return routes;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
