/** Mails as customers and their servers send them, made here so that nothing of anybody else is kept. */

interface ReplyGiven {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly inReplyTo?: string | null;
  readonly references?: string | null;
  readonly messageId?: string | null;
  /** Further header lines, each ended by CRLF. */
  readonly headers?: string;
  readonly text?: string;
}

const SUBJECT = "RE: Facture F-1001 : un petit rappel";
const QUOTED =
  "Le mar. 24 nov. 2026 à 09:12, Camille Roux <compta@vasseur.example> a écrit :\r\n> Bonjour Sonia Perrin,\r\n";

/** An answer written by a person, with our mail quoted below. */
export function replyMail(given: ReplyGiven = {}): string {
  const { messageId = "<reply-1@garnier.example>", inReplyTo = null, references = null } = given;
  const text = given.text ?? "Bonjour,\r\n\r\nLe virement part vendredi.\r\n\r\nSonia\r\n";
  return lines([
    `From: Sonia Perrin <${given.from ?? "sonia@garnier.example"}>`,
    `To: ${given.to ?? "compta@vasseur.example"}`,
    `Subject: ${given.subject ?? SUBJECT}`,
    "Date: Tue, 24 Nov 2026 10:00:00 +0100",
    messageId === null ? null : `Message-ID: ${messageId}`,
    inReplyTo === null ? null : `In-Reply-To: ${inReplyTo}`,
    references === null ? null : `References: ${references}`,
    given.headers?.trimEnd() ?? null,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    `${text}\r\n${QUOTED}`,
  ]);
}

/** An absence notice that answers a mail of ours. */
export function automaticMail(given: ReplyGiven): string {
  return replyMail({
    subject: "Réponse automatique : Facture F-1001",
    messageId: "<absence-1@garnier.example>",
    text: "Je suis absente jusqu'au 30.",
    ...given,
    headers: `Auto-Submitted: auto-replied\r\n${given.headers ?? ""}`,
  });
}

interface ReportGiven {
  readonly recipient?: string;
  /** The message id of the mail it is about; null = its headers were not kept. */
  readonly original?: string | null;
  readonly messageId?: string;
  readonly action?: "failed" | "delayed";
}

/** A delivery report (RFC 3464). */
export function bounceMail(given: ReportGiven): string {
  const { recipient = "sonia@garnier.example", action = "failed" } = given;
  const status = action === "failed" ? "5.1.1" : "4.4.1";
  return report(
    "delivery-status",
    given.messageId ?? `<bounce-${recipient}-${action}@mx.example>`,
    given.original ?? null,
    recipient,
    [
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 5.1.1 User",
      "  unknown",
    ],
  );
}

/** A complaint in the Abuse Reporting Format (RFC 5965). */
export function complaintMail(given: ReportGiven): string {
  const { recipient = "sonia@garnier.example" } = given;
  return report("feedback-report", given.messageId ?? "<complaint-1@mx.example>", given.original ?? null, recipient, [
    "Content-Type: message/feedback-report",
    "",
    "Feedback-Type: abuse",
    "User-Agent: Example/1.0",
    "Version: 1",
    `Original-Rcpt-To: <${recipient}>`,
  ]);
}

function report(
  type: string,
  messageId: string,
  original: string | null,
  recipient: string,
  part: readonly string[],
): string {
  return lines([
    "Return-Path: <>",
    "From: Mail Delivery Subsystem <mailer-daemon@mx.example>",
    "To: compta@vasseur.example",
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: ${messageId}`,
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=${type}; boundary="part"`,
    "",
    "--part",
    "Content-Type: text/plain",
    "",
    "This is the mail system.",
    "",
    "--part",
    ...part,
    "",
    "--part",
    "Content-Type: message/rfc822",
    "",
    "From: compta@vasseur.example",
    `To: ${recipient}`,
    original === null ? null : `Message-ID: ${original}`,
    "Subject: Facture F-1001",
    "",
    "Bonjour,",
    "",
    "--part--",
  ]);
}

function lines(each: readonly (string | null)[]): string {
  return `${each.filter((line) => line !== null).join("\r\n")}\r\n`;
}
