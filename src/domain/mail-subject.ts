const PREFIX = /^(?:(?:re|r|rép|rep|réf|ref|tr|fw|fwd|aw|wg|sv)\s*(?:\[\d+\])?\s*[:\u00a0\u202f]+\s*)+/i;
const BRACKETED = /^\[[^\]]{1,40}\]\s*/;

/**
 * A subject as it was before the mail programs on the way marked it: "RE: TR : [EXTERNE] Facture 12" is "facture 12".
 * Spaces of every kind count as one, so that a narrow one lost on the way makes no difference.
 */
export function plainSubject(subject: string): string {
  let text = subject.normalize("NFC").replace(/\s+/gu, " ").trim();
  for (;;) {
    const shorter = text.replace(PREFIX, "").replace(BRACKETED, "").trim();
    if (shorter === text) break;
    text = shorter;
  }
  return text.replace(/ (?=[?!;:])/g, "").toLowerCase();
}
