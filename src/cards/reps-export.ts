import type { Card } from "#cards/card.ts";
import type { ExportWords } from "#i18n/exports/messages.ts";

/** A link to the export per rep, for one person. */
export function repsExportCard(offer: { readonly text: string; readonly href: string }, words: ExportWords): Card {
  return {
    name: "reps-export",
    summary: words.title,
    parts: [
      { is: "heading", text: words.title },
      { is: "text", text: offer.text },
      { is: "text", text: [{ text: words.openLink, href: offer.href, strong: true }] },
      { is: "small", text: words.linkHint },
      { is: "small", text: words.periodHint },
    ],
  };
}
