import type { AddressInfo, Socket } from "node:net";
import { callbackify } from "node:util";

import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

import type { Mailbox } from "./mailbox.ts";

/** How the mail server misbehaves. After `drop` the sender cannot know: the mail is kept and the line goes dead. */
export const MAIL_FAULT_KINDS = ["refuse", "try-later", "drop", "slow"] as const;

export interface MailFault {
  readonly kind: (typeof MAIL_FAULT_KINDS)[number];
  readonly times: number;
  /** For mail to this address only; null = any. */
  readonly address: string | null;
  /** Of `slow`. */
  readonly delayMs: number;
}

export interface SmtpServer {
  /** What to set SMTP_URL to. */
  readonly url: string;
  readonly faults: () => readonly MailFault[];
  addFault(fault: MailFault): void;
  clearFaults(): void;
  close(): Promise<void>;
}

const SIZE_MAX = 10_000_000;
const NO_SUCH_USER = 550;
const TRY_LATER = 451;

/** A real SMTP server on a free port of this machine, which keeps every mail in the mailbox. */
export async function startSmtp(deps: {
  readonly mailbox: Mailbox;
  readonly deadAddresses: readonly string[];
}): Promise<SmtpServer> {
  let faults: readonly MailFault[] = [];
  const take = (kinds: readonly MailFault["kind"][], addresses: readonly string[]): MailFault | null => {
    const met = faults.find(
      (fault) => kinds.includes(fault.kind) && (fault.address === null || addresses.includes(fault.address)),
    );
    if (met !== undefined) {
      faults = faults.flatMap((fault) => {
        if (fault !== met) return [fault];
        return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      });
    }
    return met ?? null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    hideSTARTTLS: true,
    size: SIZE_MAX,
    onRcptTo(address, _session, done) {
      const to = address.address.toLowerCase();
      const fault = take(["refuse", "try-later"], [to]);
      if (fault?.kind === "try-later") return done(smtpError(TRY_LATER, "4.3.0 The mailbox is busy, try again later"));
      if (fault !== null || deps.deadAddresses.includes(to)) {
        return done(smtpError(NO_SUCH_USER, "5.1.1 There is no such mailbox here"));
      }
      return done();
    },
    onData(stream, session, done) {
      const keep = callbackify(() => receive(deps.mailbox, stream, session, take));
      keep((error, outcome) => {
        if (outcome === "drop") hangUp(server, session);
        else done(error);
      });
    },
  });
  greetAtOnce(server);
  // A client that hangs up is its own affair.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    faults: () => faults,
    addFault(fault) {
      faults = [...faults, fault];
    },
    clearFaults() {
      faults = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

async function receive(
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  take: (kinds: readonly MailFault["kind"][], addresses: readonly string[]) => MailFault | null,
): Promise<"kept" | "drop"> {
  const to = session.envelope.rcptTo.map((one) => one.address.toLowerCase());
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const mail = await PostalMime.parse(Buffer.concat(chunks), { attachmentEncoding: "base64" });
  const from = mail.from ?? { name: "", address: "" };
  mailbox.keep({
    from: { name: from.name, address: from.address ?? "" },
    to,
    replyTo: mail.replyTo?.[0]?.address ?? null,
    subject: mail.subject ?? "",
    messageId: mail.messageId ?? "",
    text: mail.text ?? "",
    html: mail.html ?? null,
    attachments: mail.attachments.map((file) => ({
      name: file.filename ?? "",
      type: file.mimeType,
      content: typeof file.content === "string" ? file.content : "",
    })),
  });
  const fault = take(["drop", "slow"], to);
  if (fault?.kind === "slow") await sleep(fault.delayMs);
  return fault?.kind === "drop" ? "drop" : "kept";
}

/** What of the library's connections has no door in its API. */
interface Connection {
  readonly id: string;
  readonly _socket: Socket;
  connectionReady(): void;
}

function connectionsOf(server: SMTPServer): ReadonlySet<Connection> {
  return (server as unknown as { readonly connections: ReadonlySet<Connection> }).connections;
}

/** The library lets every client wait 100 ms to catch those that talk too soon; ours never does, and a month is many mails. */
function greetAtOnce(server: SMTPServer): void {
  const known = new WeakSet<Connection>();
  const greet = () => {
    for (const connection of connectionsOf(server)) {
      if (known.has(connection)) continue;
      known.add(connection);
      connection.connectionReady();
      connection.connectionReady = () => undefined;
    }
  };
  // The library itself makes its connection in the next turn, before ours.
  server.server.on("connection", () => setImmediate(greet));
}

/** The line goes dead without an answer. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of connectionsOf(server)) {
    // oxlint-disable-next-line no-underscore-dangle -- the library's own name for it
    if (connection.id === session.id) connection._socket.destroy();
  }
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
