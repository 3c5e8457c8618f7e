import { type LabelledMail, mail, multipart, ORIGINAL, OURS, part, SONIA } from "./mail-parts.ts";

const DSN = (action: string, status: string, ...originals: readonly string[]) =>
  multipart(
    "report; report-type=delivery-status",
    part("text/plain", "This is the mail system."),
    part(
      "message/delivery-status",
      `Reporting-MTA: dns; mx.example\r\n\r\nOriginal-Recipient: rfc822;${SONIA}\r\nFinal-Recipient: rfc822; ${SONIA}\r\nAction: ${action}\r\nStatus: ${status}`,
    ),
    ...originals,
  );
const DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>";

/** It did not arrive at Sonia's. */
export const BOUNCES: readonly LabelledMail[] = [
  {
    name: "Postfix",
    raw: mail({ from: DAEMON, subject: "Undelivered Mail Returned to Sender", ...DSN("failed", "5.1.1", ORIGINAL) }),
  },
  {
    name: "failed with a temporary status",
    raw: mail({ from: DAEMON, subject: "Undelivered Mail", ...DSN("failed", "4.4.1", ORIGINAL) }),
  },
  {
    name: "Exchange in French, with headers only",
    raw: mail({
      from: "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@garnier.example>",
      subject: "Non remis : Facture F-1001",
      ...DSN("failed", "5.1.10", part("text/rfc822-headers", `Message-ID: ${OURS}`)),
    }),
  },
  {
    name: "Gmail before reports, in prose",
    raw: mail({
      from: "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
      subject: "Delivery Status Notification (Failure)",
      headers: [`X-Failed-Recipients: ${SONIA}`, "Return-Path: <>"],
      body: `Delivery to the following recipient failed permanently:\r\n\r\n     ${SONIA}\r\n\r\n----- Original message -----\r\n\r\nMessage-ID: ${OURS}\r\nTo: ${SONIA}, paul@garnier.example\r\n`,
    }),
  },
  {
    name: "Exim in prose",
    raw: mail({
      from: DAEMON,
      subject: "Mail delivery failed: returning message to sender",
      headers: [`X-Failed-Recipients: ${SONIA}`, "Auto-Submitted: auto-replied"],
      body: `A message that you sent could not be delivered.\r\n\r\n  ${SONIA}\r\n    550 unknown user\r\n\r\n------ This is a copy of the message, including all the headers. ------\r\n\r\nMessage-ID: ${OURS}\r\nTo: ${SONIA}, paul@garnier.example\r\n`,
    }),
  },
  {
    name: "qmail in prose",
    raw: mail({
      from: "MAILER-DAEMON@mx.example",
      subject: "failure notice",
      headers: [],
      body: `Hi. This is the qmail-send program at mx.example.\r\nI'm afraid I wasn't able to deliver your message to the following addresses.\r\n\r\n<${SONIA}>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: ${OURS}\r\nTo: ${SONIA}, paul@garnier.example\r\n`,
    }),
  },
  {
    name: "parts that are announced and not marked",
    raw: mail({
      from: DAEMON,
      subject: "Returned mail: User unknown",
      type: 'multipart/report; report-type=delivery-status; boundary="lost"',
      body: `--other\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${SONIA}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--other\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${OURS}\r\n`,
    }),
  },
];

/** It has not arrived yet; nothing follows from that. */
export const DELAYS: readonly LabelledMail[] = [
  {
    name: "a report",
    raw: mail({ from: DAEMON, subject: "Delayed Mail (still being retried)", ...DSN("delayed", "4.4.1", ORIGINAL) }),
  },
  {
    name: "Exim in prose",
    raw: mail({
      from: DAEMON,
      subject: "Warning: message 1abc delayed 24 hours",
      headers: [],
      body: `A message that you sent has not yet been delivered to one or more of its recipients.\r\n\r\n  ${SONIA}\r\n\r\nNo action is required on your part.`,
    }),
  },
  {
    name: "Exchange in French",
    raw: mail({
      from: "postmaster@garnier.example",
      subject: "Remise retardée : Facture F-1001",
      ...DSN("delayed", "4.4.7"),
    }),
  },
];

const ARF = (...fields: readonly string[]) =>
  multipart(
    "report; report-type=feedback-report",
    part("text/plain", "This is an abuse report."),
    part("message/feedback-report", ["Feedback-Type: abuse", "Version: 1", ...fields].join("\r\n")),
    ORIGINAL,
  );

/** Sonia wants no more of our mail. */
export const COMPLAINTS: readonly LabelledMail[] = [
  { name: "ARF", raw: mail({ from: "feedback@arf.example", ...ARF(`Original-Rcpt-To: <${SONIA}>`) }) },
  { name: "ARF that names nobody: the mail it is about does", raw: mail({ from: "feedback@arf.example", ...ARF() }) },
  {
    name: "Outlook.com's own",
    raw: mail({
      from: "staff@hotmail.com",
      subject: "complaint about message from 192.0.2.1",
      ...multipart(
        "mixed",
        part("message/rfc822", `X-HmXmrOriginalRecipient: ${SONIA}\r\nMessage-ID: ${OURS}\r\n\r\nBonjour,`),
      ),
    }),
  },
];
