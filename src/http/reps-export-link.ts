import { html } from "hono/html";

import type { LinkPurpose } from "#domain/one-time-link.ts";
import type { LinkKind, LinkReply } from "#http/one-time-links.ts";
import type { Context } from "#usecases/context.ts";
import { describeRepsLink, exportByLink } from "#usecases/reports/reps-export-link.ts";

type RepsPurpose = Extract<LinkPurpose, { for: "reps-export" }>;

/** The page behind a link to the export per rep: a button for each format, of which one may be pressed. */
export const repsExportLink: LinkKind<RepsPurpose> = {
  show: (context, purpose, link) => page(context, purpose, link.person),
  async act(context, purpose, link, fields) {
    const format = fields["format"] === "csv" ? "csv" : "xlsx";
    const file = await exportByLink(context, purpose, link.person, format);
    return file === null ? page(context, purpose, link.person) : { is: "file", ...file };
  },
};

async function page(context: Context, purpose: RepsPurpose, person: number): Promise<LinkReply> {
  const described = await describeRepsLink(context, purpose, person);
  if (described === null) throw new Error("A link to an export names nobody, or no figures.");
  const { words, text } = described;
  const body =
    text === null
      ? html`<p>${words.page.notForYou}</p>`
      : html`<p>${text}</p>
          <form method="post">
            <button name="format" value="xlsx">${words.page.excel}</button>
            <button class="quiet" name="format" value="csv">${words.page.csv}</button>
          </form>`;
  return { is: "page", title: words.title, body, spent: false };
}
