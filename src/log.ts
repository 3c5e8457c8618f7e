import { pino, type Logger } from "pino";

export type Log = Logger;

/** What must never be read in a log, wherever it hides in an object. */
const SECRET = [
  "token",
  "password",
  "secret",
  "authorization",
  "apiKey",
  "botToken",
  "signingSecret",
  "appToken",
  "appPassword",
  "smtpUrl",
  // A calendar's address opens it.
  "feed",
];

/** One logger for the process, JSON lines on standard error so that command output stays clean. */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: null,
      redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[hidden]" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
