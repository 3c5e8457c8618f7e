import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { loadConfig, VARIABLES } from "#config.ts";

const EXAMPLE = readFileSync(new URL("../.env.example", import.meta.url), "utf8");

describe("the environment", () => {
  test("may be empty: then it is a trial on one machine", () => {
    expect(loadConfig({})).toMatchObject({
      databaseUrl: null,
      dataDir: ".relais",
      port: 3000,
      timeZone: "Europe/Paris",
      locale: "fr",
      staleAfter: 2,
      timeTravel: false,
      smtpUrl: null,
      slack: null,
    });
  });

  test("is listed whole in .env.example, which can be used as it stands", () => {
    const listed = [...EXAMPLE.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value] as const);
    const readByCompose = ["POSTGRES_PASSWORD"];

    expect(new Set(listed.map(([name]) => name))).toEqual(new Set([...VARIABLES, ...readByCompose]));
    expect(loadConfig(Object.fromEntries(listed))).toEqual(loadConfig({}));
  });

  test("a blank value is an unset one", () => {
    expect(loadConfig({ PORT: " ", RELAIS_LOCALE: "", SMTP_URL: "", RELAIS_STALE_AFTER: "" })).toEqual(loadConfig({}));
  });

  test("data may be said never to be stale", () => {
    expect(loadConfig({ RELAIS_STALE_AFTER: "off" }).staleAfter).toBeNull();
    expect(loadConfig({ RELAIS_STALE_AFTER: "5" }).staleAfter).toBe(5);
  });

  test("a mailbox is its parts: the folder is INBOX and the port IMAP's over TLS, unless said", () => {
    const { inboundImap } = loadConfig({ INBOUND_IMAP_URL: "imaps://compta%40example.com:a%3Ab@imap.example" });
    expect(inboundImap).toEqual({
      host: "imap.example",
      port: 993,
      user: "compta@example.com",
      password: "a:b",
      folder: "INBOX",
      secure: true,
    });
  });

  test.each([
    [{ PORT: "abc" }, "PORT must be a port number."],
    [{ RELAIS_LOCALE: "de" }, "RELAIS_LOCALE must be fr or en."],
    [{ RELAIS_TIME_ZONE: "Mars/Olympus" }, "RELAIS_TIME_ZONE must be a time zone such as Europe/Paris."],
    [{ RELAIS_TIME_ZONE: "+01:00" }, "RELAIS_TIME_ZONE must be a time zone such as Europe/Paris."],
    [{ MAIL_FROM: "compta" }, "MAIL_FROM must be an address such as compta@example.com"],
    [{ MAIL_FROM: "Compta compta@example.com" }, "MAIL_FROM must be an address such as compta@example.com"],
    [{ RELAIS_STALE_AFTER: "soon" }, "RELAIS_STALE_AFTER must be a number of working days, or off."],
    [
      { DATABASE_URL: "mysql://x" },
      "DATABASE_URL must be an address such as postgres://user:password@host:5432/relais.",
    ],
    [
      { INBOUND_IMAP_URL: "imap://compta:word@imap.example/INBOX" },
      "INBOUND_IMAP_URL must be an address such as imaps:",
    ],
    [{ INBOUND_IMAP_URL: "imaps://imap.example/INBOX" }, "INBOUND_IMAP_URL must be an address such as imaps:"],
    [{ INBOUND_IMAP_URL: "imaps://compta:50%@imap.example" }, "INBOUND_IMAP_URL must be an address such as imaps:"],
    [{ SMTP_URL: "smtp://mail.example" }, "MAIL_FROM is missing"],
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_SIGNING_SECRET is missing"],
    [{ SLACK_SIGNING_SECRET: "s" }, "SLACK_BOT_TOKEN is missing"],
  ])("%o is one sentence that says what to set", (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(sentence);
  });

  test("a wrong value is never repeated, as it may be a secret", () => {
    expect(() => loadConfig({ DATABASE_URL: "mysql://user:hunter2@host/db" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hunter2") }),
    );
  });
});
