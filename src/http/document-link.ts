import { html } from "hono/html";

import type { LinkPurpose } from "#domain/one-time-link.ts";
import type { LinkKind, LinkReply } from "#http/one-time-links.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import type { OpenedLink } from "#usecases/delivery/one-time-links.ts";
import { openLinked } from "#usecases/letters/show-document.ts";

type DocumentPurpose = Extract<LinkPurpose, { for: "document" | "letter-draft" | "case-file" }>;

/** The page behind a link to a document: a button that opens it, if its reader still may. */
export const documentLink: LinkKind<DocumentPurpose> = {
  async show(_context, _purpose, { locale }) {
    const { title, text, open } = pageWordsFor(locale).document;
    const body = html`<p>${text}</p>
      <form method="post"><button>${open}</button></form>`;
    return { is: "page", title, body, spent: false };
  },
  async act(context, purpose, link) {
    const file = await openLinked(context, purpose, link.person);
    return file === null ? notForYou(link) : { is: "file", ...file };
  },
};

function notForYou({ locale }: OpenedLink): LinkReply {
  const { title, notForYou: text } = pageWordsFor(locale).document;
  return { is: "page", title, body: html`<p>${text}</p>`, spent: true };
}
