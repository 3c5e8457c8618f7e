import { html } from "hono/html";

import type { LinkPurpose } from "#domain/one-time-link.ts";
import type { LinkKind } from "#http/one-time-links.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import { myDataByLink } from "#usecases/people/my-data.ts";

/** The page behind a link to one's own data: a button that hands over the file. */
export const myDataLink: LinkKind<Extract<LinkPurpose, { for: "my-data" }>> = {
  async show(_context, _purpose, { locale }) {
    const { title, text, open } = pageWordsFor(locale).myData;
    const body = html`<p>${text}</p>
      <form method="post"><button>${open}</button></form>`;
    return { is: "page", title, body, spent: false };
  },
  async act(context, _purpose, link) {
    const { name, bytes } = await myDataByLink(context, link.person);
    return { is: "file", name, type: "application/json; charset=utf-8", bytes };
  },
};
