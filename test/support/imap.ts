import { createServer, type AddressInfo, type Socket } from "node:net";

/** A mailbox on this machine that speaks just enough IMAP (RFC 3501) for one client to read it. */
export interface ImapServer {
  readonly port: number;
  readonly mails: StoredMail[];
  /** Another one means that all mails were numbered anew. */
  uidValidity: number;
  /** Goes away in the middle of handing over this mail. */
  breaksAt: number | null;
  /** How often somebody logged in. */
  readonly logins: () => number;
  add(raw: string): void;
  close(): Promise<void>;
}

export interface StoredMail {
  readonly uid: number;
  readonly raw: Buffer;
  readonly flags: Set<string>;
}

export const IMAP_PASSWORD = "secret word";

interface Session {
  readonly server: ImapServer;
  readonly socket: Socket;
  readonly write: (line: string | Buffer) => void;
}

export async function openImapServer(): Promise<ImapServer> {
  let logins = 0;
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    serve({ server, socket, write: (line) => socket.write(typeof line === "string" ? `${line}\r\n` : line) }, () => {
      logins += 1;
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const server: ImapServer = {
    port: (listener.address() as AddressInfo).port,
    mails: [],
    uidValidity: 7,
    breaksAt: null,
    logins: () => logins,
    add(raw) {
      const uid = (server.mails.at(-1)?.uid ?? 100) + 1;
      server.mails.push({ uid, raw: Buffer.from(raw), flags: new Set() });
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        listener.close(() => resolve());
      }),
  };
  return server;
}

function serve(session: Session, loggedIn: () => void): void {
  let unread = "";
  session.write("* OK ready");
  session.socket.on("data", (chunk) => {
    unread += chunk.toString("latin1");
    for (let end = unread.indexOf("\r\n"); end >= 0; end = unread.indexOf("\r\n")) {
      const line = unread.slice(0, end);
      unread = unread.slice(end + 2);
      answer(session, line, loggedIn);
    }
  });
}

function answer(session: Session, line: string, loggedIn: () => void): void {
  const [, tag = "*", command = "", rest = ""] = /^(\S+) (UID \S+|\S+) ?(.*)$/.exec(line) ?? [];
  const { write } = session;
  const ok = () => write(`${tag} OK done`);
  switch (command.toUpperCase()) {
    case "CAPABILITY":
      write("* CAPABILITY IMAP4rev1");
      return ok();
    case "LOGIN":
      if (!rest.includes(IMAP_PASSWORD)) return write(`${tag} NO [AUTHENTICATIONFAILED] wrong password`);
      loggedIn();
      return ok();
    case "LIST":
      write(`* LIST (\\HasNoChildren) "/" "INBOX"`);
      return ok();
    case "SELECT":
      return select(session, tag, rest);
    case "UID SEARCH":
      write(`* SEARCH ${searched(session.server, rest).join(" ")}`);
      return ok();
    case "UID FETCH":
      return fetchMail(session, tag, rest);
    case "UID STORE":
      return store(session, tag, rest);
    case "LOGOUT":
      write("* BYE");
      ok();
      session.socket.end();
      return undefined;
    default:
      return ok();
  }
}

function select({ server, write }: Session, tag: string, folder: string): void {
  if (!/^"?INBOX"?$/i.test(folder.trim())) return write(`${tag} NO no such mailbox`);
  write(`* ${server.mails.length} EXISTS`);
  write("* FLAGS (\\Seen $Relais)");
  write("* OK [PERMANENTFLAGS (\\Seen $Relais \\*)] these may be set");
  write(`* OK [UIDVALIDITY ${server.uidValidity}] valid`);
  write(`* OK [UIDNEXT ${(server.mails.at(-1)?.uid ?? 100) + 1}] next`);
  write(`${tag} OK [READ-WRITE] selected`);
}

/** "UID 102:*" (which names the last mail whatever its number), or "SINCE ...": all of them are recent. */
function searched(server: ImapServer, query: string): readonly number[] {
  const from = /UID (\d+):\*/.exec(query)?.[1];
  const uids = server.mails.map(({ uid }) => uid);
  if (from === undefined) return uids;
  const later = uids.filter((uid) => uid >= Number(from));
  return later.length > 0 ? later : uids.slice(-1);
}

function fetchMail({ server, socket, write }: Session, tag: string, query: string): void {
  const uid = Number(/^\d+/.exec(query)?.[0]);
  const at = server.mails.findIndex((mail) => mail.uid === uid);
  const mail = server.mails[at];
  if (mail !== undefined) {
    const body = `BODY[]<0> {${mail.raw.length}}`;
    write(`* ${at + 1} FETCH (UID ${uid} ${body}`);
    if (server.breaksAt === uid) {
      socket.destroy();
      return;
    }
    write(mail.raw);
    write(")");
  }
  write(`${tag} OK fetched`);
}

function store({ server, write }: Session, tag: string, query: string): void {
  const [, uid = "", flags = ""] = /^(\d+) \+FLAGS(?:\.SILENT)? \((.*)\)$/.exec(query) ?? [];
  const mail = server.mails.find((each) => each.uid === Number(uid));
  for (const flag of flags.split(" ")) mail?.flags.add(flag);
  write(`${tag} OK stored`);
}
