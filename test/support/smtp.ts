import { createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** What arrived at the test's own mail server. */
export interface Delivered {
  readonly to: readonly string[];
  readonly mail: Email;
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  readonly delivered: readonly Delivered[];
  close(): Promise<void>;
}

/** How the server answers: to an address, and to the message itself; null = it takes it. */
export interface Answers {
  readonly recipient?: (address: string) => SmtpAnswer | null;
  readonly message?: () => SmtpAnswer | null;
}

export interface SmtpAnswer {
  readonly code: number;
  readonly text: string;
}

/** A real mail server on a free port that keeps what it takes. */
export async function openMailServer(answers: Answers = {}): Promise<MailServer> {
  const delivered: Delivered[] = [];
  const keep = async (to: readonly string[], raw: Buffer) => {
    delivered.push({ to, mail: await PostalMime.parse(raw), raw: raw.toString() });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => done(asError(answers.recipient?.(address) ?? null)),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refused = asError(answers.message?.() ?? null);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (refused !== null) done(refused);
        else void keep(to, Buffer.concat(chunks)).finally(() => done());
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve((listening.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * A server that speaks SMTP up to a command and then hangs up or falls silent. "message" = after it has read the message,
 * before it answers.
 */
export async function openBrokenServer(
  at: "greeting" | "MAIL" | "message",
  how: "hangs-up" | "falls-silent",
): Promise<Pick<MailServer, "url" | "close">> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    let stopped = false;
    const stop = () => {
      stopped = true;
      if (how === "hangs-up") socket.destroy();
    };
    if (at === "greeting") stop();
    else socket.write("220 broken.example ESMTP\r\n");
    let inMessage = false;
    socket.on("data", (chunk) => {
      for (const line of chunk.toString().split("\r\n")) {
        const command = line.slice(0, 4).toUpperCase();
        if (inMessage ? line === "." : command === at) stop();
        if (stopped || inMessage || command === "") continue;
        inMessage = command === "DATA";
        socket.write(inMessage ? "354 go on\r\n" : "250 OK\r\n");
      }
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function asError(answer: SmtpAnswer | null): Error | null {
  return answer === null ? null : Object.assign(new Error(answer.text), { responseCode: answer.code });
}
