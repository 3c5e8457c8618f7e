import { isAutomaticMail } from "#domain/automatic-mail.ts";
import { bounceOf, type Bounce } from "#domain/bounce.ts";
import type { MailFacts } from "#domain/mail-facts.ts";

export type MailKind =
  | { readonly is: "human" }
  | { readonly is: "automatic" }
  /** `recipients` empty = the report does not say whom it was for. */
  | Bounce
  | { readonly is: "complaint"; readonly recipients: readonly string[] };

/** By the rules of DOMAIN.md section 4 (RFC 3834, RFC 3464, RFC 5965): what is not told apart was written by a person. */
export function mailKind(facts: MailFacts): MailKind {
  if (facts.complaint !== null) return { is: "complaint", recipients: facts.complaint.about };
  return bounceOf(facts) ?? (isAutomaticMail(facts) ? { is: "automatic" } : { is: "human" });
}
