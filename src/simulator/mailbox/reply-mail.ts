import { randomUUID } from "node:crypto";

import type { ReceivedMail, ReplyKind } from "./mailbox.ts";

const LINE = "\r\n";

/** A customer's answer to a mail as its mail server would write it: raw MIME, told by its headers for what it is. */
export function replyMail(
  mail: ReceivedMail,
  reply: { readonly kind: ReplyKind; readonly text: string; readonly at: Date },
): string {
  switch (reply.kind) {
    case "human":
      return humanReply(mail, reply.text, reply.at);
    case "out-of-office":
      return absenceNotice(mail, reply.text, reply.at);
    case "bounce":
      return bounce(mail, reply.text, reply.at);
  }
}

/** A person's answer, under which the mail program quotes ours. */
function humanReply(mail: ReceivedMail, text: string, at: Date): string {
  const quoted = mail.text
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join(LINE);
  return written({
    ...common(mail, at),
    headers: [
      `Subject: ${encoded(`Re: ${mail.subject}`)}`,
      `In-Reply-To: ${mail.messageId}`,
      `References: ${mail.messageId}`,
    ],
    body: [text, "", `Le ${mail.at.slice(0, 10)}, ${mail.from.name} <${mail.from.address}> a écrit :`, quoted].join(
      LINE,
    ),
  });
}

function absenceNotice(mail: ReceivedMail, text: string, at: Date): string {
  return written({
    ...common(mail, at),
    headers: [
      `Subject: ${encoded(`Réponse automatique : ${mail.subject}`)}`,
      "Auto-Submitted: auto-replied",
      "X-Auto-Response-Suppress: All",
      `In-Reply-To: ${mail.messageId}`,
    ],
    body: text,
  });
}

/** RFC 3464: what a mail server sends when the mailbox is no more. */
function bounce(mail: ReceivedMail, text: string, at: Date): string {
  const recipient = mail.to[0] ?? "";
  const host = recipient.slice(recipient.indexOf("@") + 1);
  const boundary = `report-${randomUUID()}`;
  const part = (type: string, lines: readonly string[]) => [`--${boundary}`, `Content-Type: ${type}`, "", ...lines];
  return [
    `From: Mail Delivery System <MAILER-DAEMON@${host}>`,
    `To: ${mail.from.address}`,
    "Subject: Undelivered Mail Returned to Sender",
    `Date: ${mailDate(at)}`,
    `Message-ID: <${randomUUID()}@${host}>`,
    "Return-Path: <>",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    "",
    ...part("text/plain; charset=utf-8", [text, ""]),
    ...part("message/delivery-status", [
      `Reporting-MTA: dns; mx.${host}`,
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 5.1.1 There is no such mailbox here",
      "",
    ]),
    ...part("text/rfc822-headers", [`Message-ID: ${mail.messageId}`, `Subject: ${encoded(mail.subject)}`, ""]),
    `--${boundary}--`,
    "",
  ].join(LINE);
}

function common(mail: ReceivedMail, at: Date) {
  return { from: mail.to[0] ?? "", to: mail.replyTo ?? mail.from.address, at };
}

function written(mail: {
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly headers: readonly string[];
  readonly body: string;
}): string {
  return [
    `From: <${mail.from}>`,
    `To: <${mail.to}>`,
    `Date: ${mailDate(mail.at)}`,
    `Message-ID: <${randomUUID()}@${mail.from.slice(mail.from.indexOf("@") + 1)}>`,
    ...mail.headers,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(mail.body, "utf8").toString("base64").replace(/.{76}/g, `$&${LINE}`),
    "",
  ].join(LINE);
}

function mailDate(at: Date): string {
  return at.toUTCString().replace("GMT", "+0000");
}

/** RFC 2047, in pieces that stay within one encoded word each. */
function encoded(text: string): string {
  const pieces = [...text].reduce<readonly string[]>((all, letter) => {
    const last = all.at(-1) ?? "";
    return Buffer.byteLength(last + letter) > 40 ? [...all, letter] : [...all.slice(0, -1), last + letter];
  }, []);
  return pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece, "utf8").toString("base64")}?=`).join(`${LINE} `);
}
