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
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; --edge: #8886; --blue: #1d4ed8; }
body { margin: 0; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; overflow-wrap: anywhere; }
section + section { border-top: 1px solid var(--edge); margin-top: 1.5rem; padding-top: 1.5rem; }
dt { font-size: .85rem; opacity: .8; }
dd { margin: 0 0 .6rem; }
blockquote { margin: 0 0 .75rem; padding-left: .8rem; border-left: 3px solid var(--edge); }
figure { margin: 0 0 .75rem; }
hr { border: 0; border-top: 1px solid var(--edge); margin: 1.25rem 0; }
label, legend { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
fieldset { border: 0; padding: 0; margin: 1rem 0 0; }
label.box { display: flex; gap: .6rem; align-items: center; min-height: 44px; margin: 0; font-weight: 400; }
label.box input { width: 1.3rem; height: 1.3rem; flex: none; }
input, select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem; border-radius: .4rem; border: 1px solid var(--edge); background: transparent; color: inherit; }
select option { background: Canvas; color: CanvasText; }
button { font: inherit; font-weight: 600; margin: 1.25rem .5rem 0 0; padding: .7rem 1.2rem; border: 0; border-radius: .4rem; background: var(--blue); color: #fff; min-height: 44px; }
button.quiet { background: transparent; color: inherit; border: 1px solid var(--edge); }
.controls form, .menu form, .item form { margin: 0; }
.controls > form > button, .menu > form > button { width: 100%; margin: 0 0 .6rem; text-align: left; }
.item button { margin: 0 0 .6rem; }
.controls { margin-top: 1.25rem; }
details { border: 1px solid var(--edge); border-radius: .4rem; margin: 0 0 .6rem; padding: 0 .9rem; }
details[open] { padding-bottom: .9rem; }
details details > summary { font-weight: 400; }
summary { font-weight: 600; min-height: 44px; align-content: center; cursor: pointer; }
:target { scroll-margin-top: 5rem; }
form:target > button.quiet { border-color: var(--blue); border-width: 2px; }
.small, .hint, .whose { font-size: .85rem; opacity: .8; }
.hint { margin: .25rem 0 0; }
.whose { margin-top: 2rem; }
.notice { border-left: 4px solid var(--blue); padding: .4rem .8rem; }
.mend { color: #b91c1c; margin: .25rem 0 0; }
@media (prefers-color-scheme: dark) { .mend { color: #fca5a5; } }
`;
