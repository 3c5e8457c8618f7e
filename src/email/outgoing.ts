import { createTransport } from "nodemailer";

import { readMailAddress } from "#domain/mail-address.ts";
import { smtpFault, smtpRefusals } from "#email/smtp-fault.ts";
import type { Mail, Mailer, MailSent } from "#usecases/ports.ts";

/** Where mail goes out and who sends it. */
export interface MailerConfig {
  /** smtps:// = TLS from the first byte; smtp:// = STARTTLS where offered, `?requireTLS=true` to insist. */
  readonly smtpUrl: string;
  /** MAIL_FROM: "Comptabilité <compta@example.com>" or a bare address. */
  readonly from: string;
  readonly timeouts?: Partial<MailTimeouts>;
}

export interface MailTimeouts {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of the server within a session. */
  readonly silenceMs: number;
  /** The whole of one send: well under the lease of the outbox. */
  readonly sendMs: number;
}

const TIMEOUTS: MailTimeouts = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 30_000, sendMs: 45_000 };

/**
 * The mail server as a `Mailer`. One connection per mail and no pool: the gate of the outbox sends one at a time anyway, a
 * pool would repeat by itself what was lost on the way, and what a session says about DATA is then about this mail alone.
 * Throws a sentence when MAIL_FROM holds no address.
 */
export function createMailer(config: MailerConfig): Mailer {
  const sender = readMailAddress(config.from);
  if (sender === null) throw new Error(`MAIL_FROM must hold a mail address, such as "Compta <compta@example.com>".`);
  const address = `${sender.local}@${sender.domain}`;
  const timeouts = { ...TIMEOUTS, ...config.timeouts };
  return { address, send: (mail) => sendOnce(config.smtpUrl, timeouts, address, mail) };
}

async function sendOnce(smtpUrl: string, timeouts: MailTimeouts, address: string, mail: Mail): Promise<MailSent> {
  const session = watchSession();
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    dnsTimeout: timeouts.connectMs,
    transactionLog: true,
    logger: session.logger,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const signal = AbortSignal.timeout(timeouts.sendMs);
  try {
    const sent = await transport.sendMail({ ...messageOf(address, mail), signal });
    return { accepted: sent.accepted.map(addressText), refused: smtpRefusals(sent.rejectedErrors ?? []) };
  } catch (error) {
    const refused = nobodyTookIt(error, mail);
    if (refused !== null) return { accepted: [], refused };
    throw smtpFault(error, { dataStarted: session.dataStarted() });
  } finally {
    transport.close();
  }
}

/** RFC 3834, and what Microsoft's servers read in its place. */
const AUTOMATIC = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" } as const;

/**
 * To customers no Auto-Submitted and no List-Unsubscribe: finance set this letter up, a person signs it and reads the answers; ticket
 * systems drop what says auto-generated, and an absence notice with a stand-in's name is worth having. Loops cannot
 * start, because Relais never answers a mail by itself.
 */
function messageOf(address: string, mail: Mail) {
  return {
    from: { name: mail.fromName, address },
    replyTo: mail.replyTo,
    to: [...mail.to],
    cc: [...(mail.cc ?? [])],
    bcc: [...(mail.bcc ?? [])],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.isAutomatic === true ? { headers: AUTOMATIC } : {}),
    textEncoding: "quoted-printable" as const,
    attachments: mail.attachments.map((each) => ({
      filename: each.fileName,
      contentType: each.type,
      content: typeof each.content === "string" ? each.content : Buffer.from(each.content),
    })),
  };
}

function nobodyTookIt(error: unknown, mail: Mail): readonly string[] | null {
  const errors = (error as { rejectedErrors?: readonly unknown[] }).rejectedErrors;
  const refused = smtpRefusals(errors ?? []);
  const addressed = mail.to.length + (mail.cc ?? []).length + (mail.bcc ?? []).length;
  return refused.length > 0 && refused.length === addressed ? refused : null;
}

function addressText(address: string | { readonly address: string }): string {
  return typeof address === "string" ? address : address.address;
}

/** Hears from nodemailer's own log whether the client said DATA: from there on the server may keep the mail. */
function watchSession() {
  let started = false;
  const hear = (entry: unknown, message?: unknown) => {
    const fromClient = (entry as { tnx?: string } | null)?.tnx === "client";
    if (fromClient && typeof message === "string" && /^DATA\b/i.test(message)) started = true;
  };
  const silent = () => {};
  return {
    dataStarted: () => started,
    logger: { level: silent, trace: hear, debug: hear, info: silent, warn: silent, error: silent, fatal: silent },
  };
}
