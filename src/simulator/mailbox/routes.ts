import { Hono } from "hono";
import { z } from "zod";

import { bodyOf, simulatorErrors, simulatorMisuse } from "#simulator/control-body.ts";
import { REPLY_KINDS, type Mailbox, type ReceivedMail } from "./mailbox.ts";
import { replyMail } from "./reply-mail.ts";
import { MAIL_FAULT_KINDS, type SmtpServer } from "./smtp.ts";

const TEXT_LENGTH_MAX = 20_000;
const FAULT_TIMES_MAX = 10_000;
const DELAY_MS_MAX = 600_000;

const replyBody = z.strictObject({
  id: z.string(),
  text: z.string().min(1).max(TEXT_LENGTH_MAX),
  kind: z.enum(REPLY_KINDS).default("human"),
});
const faultBody = z.strictObject({
  kind: z.enum(MAIL_FAULT_KINDS),
  times: z.int().min(1).max(FAULT_TIMES_MAX).default(1),
  address: z.string().toLowerCase().nullable().default(null),
  delayMs: z.int().min(0).max(DELAY_MS_MAX).default(0),
});

/** What /inbound/email answered. */
export interface InboundAnswer {
  readonly status: number;
  readonly answer: unknown;
}

/** What the mailbox needs to answer as a customer. */
export interface MailboxDeps {
  readonly mailbox: Mailbox;
  readonly smtp: SmtpServer;
  readonly now: () => Date;
  /** Posts raw MIME to the product's /inbound/email. */
  readonly postInbound: (mime: string) => Promise<InboundAnswer>;
  /** Lets the product do what follows from the reply. */
  readonly settle: () => Promise<void>;
}

/**
 * GET /mail?customer= -> { mails }; GET /mail/ID -> the mail with its text, HTML and attachments;
 * POST /mail/reply { id, text, kind?: human | out-of-office | bounce } -> { status, answer } (of /inbound/email);
 * GET, POST, DELETE /mail/faults { kind: refuse | try-later | drop | slow, times?, address?, delayMs? }.
 */
export function mailboxRoutes(deps: MailboxDeps): Hono {
  const routes = new Hono();
  simulatorErrors(routes);
  routes.get("/mail", (c) => c.json({ mails: deps.mailbox.mails(c.req.query("customer")).map(withoutBody) }));
  routes.get("/mail/faults", (c) => c.json({ faults: deps.smtp.faults() }));
  routes.post("/mail/faults", async (c) => {
    deps.smtp.addFault(await bodyOf(c, faultBody));
    return c.json({ faults: deps.smtp.faults() }, 201);
  });
  routes.delete("/mail/faults", (c) => {
    deps.smtp.clearFaults();
    return c.json({ faults: [] });
  });
  routes.post("/mail/reply", async (c) => c.json(await reply(deps, await bodyOf(c, replyBody))));
  routes.get("/mail/:id", (c) => {
    const mail = deps.mailbox.mail(c.req.param("id"));
    if (mail === null) throw simulatorMisuse(`There is no mail ${c.req.param("id")}.`);
    return c.json(mail);
  });
  return routes;
}

/** Answers a mail as the customer who got it. */
export async function reply(deps: MailboxDeps, answer: z.output<typeof replyBody>): Promise<InboundAnswer> {
  const mail = deps.mailbox.mail(answer.id);
  if (mail === null) throw simulatorMisuse(`There is no mail ${answer.id}.`);
  const at = deps.now();
  const answered = await deps.postInbound(replyMail(mail, { ...answer, at }));
  const noted = { at: at.toISOString(), kind: answer.kind, from: mail.to[0] ?? "", text: answer.text };
  deps.mailbox.noteReply(mail.id, noted);
  await deps.settle();
  return answered;
}

function withoutBody({ html: _html, attachments, ...mail }: ReceivedMail) {
  return { ...mail, attachments: attachments.map((file) => file.name) };
}
