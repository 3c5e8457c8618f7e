import { cardLink } from "#http/card-link.ts";
import { documentLink } from "#http/document-link.ts";
import { myDataLink } from "#http/my-data-link.ts";
import type { LinkKinds } from "#http/one-time-links.ts";
import { repsExportLink } from "#http/reps-export-link.ts";

/** The page behind every link that Relais sends to one person. */
export const LINK_KINDS: LinkKinds = {
  document: documentLink,
  "letter-draft": documentLink,
  "case-file": documentLink,
  "reps-export": repsExportLink,
  "my-data": myDataLink,
  card: cardLink,
};
