/** What is kept as a file: who reads it, and how long, follows from its kind. */
export const DOCUMENT_KINDS = ["formal-notice", "case-file"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document without its bytes. */
export interface DocumentHead {
  readonly id: number;
  readonly kind: DocumentKind;
  readonly customer: string;
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  readonly version: string;
}
