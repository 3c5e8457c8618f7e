import { html, raw } from "hono/html";

import type { Locale } from "#domain/person.ts";

/** A small page for a telephone: a title, and what stands below it. Everything put in is escaped. */
export function linkPage(page: { readonly locale: Locale; readonly title: string; readonly body: Markup }): Markup {
  return html`<!doctype html>
    <html lang="${page.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${page.title} · Relais</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${page.title}</h1>
          ${page.body}
        </main>
      </body>
    </html>`;
}

/** Markup made by hono's `html`: its text is escaped already. */
export type Markup = ReturnType<typeof html>;

/** The one style of these pages: no file to fetch, so that the policy may forbid everything else. */
const STYLE = `
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 1rem; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input, select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem; border-radius: .4rem; border: 1px solid #8886; }
button { font: inherit; font-weight: 600; margin: 1.25rem .5rem 0 0; padding: .7rem 1.2rem; border: 0; border-radius: .4rem; background: #1d4ed8; color: #fff; min-height: 44px; }
button.quiet { background: transparent; color: inherit; border: 1px solid #8886; }
.mend { color: #b91c1c; margin: .25rem 0 0; }
`;
