import { z } from "zod";

import { isNamedTimeZone } from "#domain/calendar.ts";
import { readMailAddress } from "#domain/mail-address.ts";
import { LOCALES, type Locale } from "#domain/person.ts";

/** Everything that the environment decides, checked once at start; the rest of the code is given it. */
export interface Config {
  /** Null = the embedded server. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly port: number;
  readonly publicUrl: string;
  /** False = `publicUrl` is this machine's own address: no links are sent by e-mail. */
  readonly isPublic: boolean;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly apiKey: string | null;
  /** Working days; null = data never count as stale. */
  readonly staleAfter: number | null;
  readonly timeTravel: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly inboundEmailSecret: string | null;
  /** The mailbox that answers come back to, where no mail server posts them here. */
  readonly inboundImap: ImapConfig | null;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  readonly logLevel: string;
}

export interface ImapConfig {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** Always, but for a stand-in on this machine, in tests. */
  readonly secure: boolean;
}

export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string | null;
  /** Set = Socket Mode: no port needs to be open. */
  readonly appToken: string | null;
  readonly apiUrl: string | null;
}

export interface TeamsConfig {
  /** The bot's application (client) id; never empty, or nothing would be authenticated. */
  readonly appId: string;
  readonly appPassword: string;
  /** The company's own tenant: nobody else's activities are taken. */
  readonly tenantId: string;
  /** A stand-in on this machine in Microsoft's place, for the demo and the tests; the environment cannot ask for it. */
  readonly local: LocalTeams | null;
}

export interface LocalTeams {
  /** Where its signing keys are told; null = it signs nothing. */
  readonly openIdUrl: string | null;
  /** False for one whose buttons open no dialog: forms are filled in within the card then. */
  readonly opensDialogs: boolean;
  /** True for one that takes messages as fast as they come: the demo lives through weeks in seconds. */
  readonly hasNoRates?: boolean;
}

/** The environment cannot be used; each line says what to set. */
export interface ConfigError extends Error {
  readonly name: "ConfigError";
}

const DEFAULT_PORT = 3000;
const PORT_MAX = 65_535;
const DEFAULT_STALE_AFTER = 2;
const IMAPS_PORT = 993;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LOG_LEVELS = ["fatal", "trace", "debug", "info", "warn", "error", "silent"] as const;

const blankIsUnset = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const text = z.preprocess(blankIsUnset, z.string().optional());
const url = (schemes: readonly string[], example: string) =>
  text.refine((value) => value === undefined || schemes.some((scheme) => URL.parse(value)?.protocol === `${scheme}:`), {
    error: `must be an address such as ${example}`,
  });
const guid = text.refine((value) => value === undefined || GUID.test(value), {
  error: "must be a GUID such as 00000000-0000-0000-0000-000000000000, from the bot's registration",
});

const environment = z.object({
  DATABASE_URL: url(["postgres", "postgresql"], "postgres://user:password@host:5432/relais"),
  PORT: z.preprocess(
    blankIsUnset,
    z.coerce.number({ error: "must be a port number" }).int().min(0).max(PORT_MAX).default(DEFAULT_PORT),
  ),
  RELAIS_DATA_DIR: text,
  RELAIS_TIME_ZONE: text.refine((value) => value === undefined || isNamedTimeZone(value), {
    error: "must be a time zone such as Europe/Paris",
  }),
  RELAIS_LOCALE: z.preprocess(blankIsUnset, z.enum(LOCALES, { error: "must be fr or en" }).default("fr")),
  RELAIS_API_KEY: text,
  RELAIS_PUBLIC_URL: url(["http", "https"], "https://relais.example.com"),
  RELAIS_STALE_AFTER: text.refine((value) => value === undefined || /^(off|\d{1,3})$/.test(value), {
    error: "must be a number of working days, or off",
  }),
  RELAIS_TIME_TRAVEL: text.refine((value) => value === undefined || value === "on" || value === "off", {
    error: "must be on or off",
  }),
  SMTP_URL: url(["smtp", "smtps"], "smtp://user:password@mail.example.com:587"),
  MAIL_FROM: text.refine((value) => value === undefined || readMailAddress(value) !== null, {
    error: 'must be an address such as compta@example.com, or with a name: "Compta <compta@example.com>"',
  }),
  INBOUND_EMAIL_SECRET: text,
  INBOUND_IMAP_URL: text.refine((value) => value === undefined || imapConfig(value) !== null, {
    error:
      "must be an address such as imaps://user:password@imap.example.com/INBOX, with %40 for the @ of the user (imaps: nothing goes without TLS)",
  }),
  SLACK_BOT_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: url(["http", "https"], "https://slack.com/api/"),
  MicrosoftAppId: guid,
  MicrosoftAppPassword: text,
  MicrosoftAppTenantId: guid,
  LOG_LEVEL: z.preprocess(
    blankIsUnset,
    z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  ),
});

/** The names of all that is read; `.env.example` lists them. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

/** Reads the environment; throws a ConfigError whose lines say what to set. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    throw configError(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  }
  const e = read.data;
  const wrong = contradictions(e);
  if (wrong.length > 0) throw configError(wrong);
  return {
    databaseUrl: e.DATABASE_URL ?? null,
    dataDir: e.RELAIS_DATA_DIR ?? ".relais",
    port: e.PORT,
    publicUrl: e.RELAIS_PUBLIC_URL ?? `http://localhost:${e.PORT}`,
    isPublic: e.RELAIS_PUBLIC_URL !== undefined,
    timeZone: e.RELAIS_TIME_ZONE ?? "Europe/Paris",
    locale: e.RELAIS_LOCALE,
    apiKey: e.RELAIS_API_KEY ?? null,
    staleAfter: staleAfter(e.RELAIS_STALE_AFTER),
    timeTravel: e.RELAIS_TIME_TRAVEL === "on",
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM ?? null,
    inboundEmailSecret: e.INBOUND_EMAIL_SECRET ?? null,
    inboundImap: e.INBOUND_IMAP_URL === undefined ? null : imapConfig(e.INBOUND_IMAP_URL),
    slack: slackConfig(e),
    teams: teamsConfig(e),
    logLevel: e.LOG_LEVEL,
  };
}

/** How a mailbox is named to people: without its password. */
export function mailboxName({ user, host, folder }: ImapConfig): string {
  return `${user} at ${host}, ${folder}`;
}

/** Whether it is one of ours, whose message is fit to be shown. */
export function isConfigError(error: unknown): error is ConfigError {
  return error instanceof Error && error.name === "ConfigError";
}

/** What the Teams app package is made of; throws a ConfigError whose lines say what to set. */
export function loadTeamsPackaging(env: NodeJS.ProcessEnv): { readonly appId: string; readonly publicUrl: string } {
  const { MicrosoftAppId: appId = "", RELAIS_PUBLIC_URL: publicUrl = "" } = env;
  const wrong = [
    ...(GUID.test(appId)
      ? []
      : ["MicrosoftAppId is missing: set the application (client) id of the bot's registration."]),
    ...(URL.parse(publicUrl)?.protocol === "https:"
      ? []
      : ["RELAIS_PUBLIC_URL is missing: set the https address where people read about Relais."]),
  ];
  if (wrong.length > 0) throw configError(wrong);
  return { appId: appId.toLowerCase(), publicUrl };
}

type Environment = z.infer<typeof environment>;

function contradictions(e: Environment): readonly string[] {
  const wrong: string[] = [];
  if (e.SLACK_BOT_TOKEN && !e.SLACK_SIGNING_SECRET && !e.SLACK_APP_TOKEN) {
    wrong.push("SLACK_SIGNING_SECRET is missing: set it (HTTP), or set SLACK_APP_TOKEN (Socket Mode).");
  }
  if (!e.SLACK_BOT_TOKEN && (e.SLACK_SIGNING_SECRET || e.SLACK_APP_TOKEN)) {
    wrong.push("SLACK_BOT_TOKEN is missing: set the bot token (xoxb-...) of your Slack app.");
  }
  wrong.push(...missingForTeams(e));
  if (e.SMTP_URL && !e.MAIL_FROM) {
    wrong.push('MAIL_FROM is missing: set the address reminders come from, such as "Compta <compta@example.com>".');
  }
  return wrong;
}

/** Null when it is no such address: without TLS, without a user or a password, or not well written. */
function imapConfig(address: string): ImapConfig | null {
  const parts = URL.parse(address);
  if (parts === null || parts.protocol !== "imaps:" || parts.hostname === "") return null;
  try {
    const user = decodeURIComponent(parts.username);
    const password = decodeURIComponent(parts.password);
    const folder = decodeURIComponent(parts.pathname.slice(1)) || "INBOX";
    if (user === "" || password === "") return null;
    return { host: parts.hostname, port: Number(parts.port) || IMAPS_PORT, user, password, folder, secure: true };
  } catch {
    // A lone % in the password.
    return null;
  }
}

function slackConfig(e: Environment): SlackConfig | null {
  if (!e.SLACK_BOT_TOKEN) return null;
  return {
    botToken: e.SLACK_BOT_TOKEN,
    signingSecret: e.SLACK_SIGNING_SECRET ?? null,
    appToken: e.SLACK_APP_TOKEN ?? null,
    apiUrl: e.SLACK_API_URL ?? null,
  };
}

/** Teams needs all three; with none of them it is not connected. */
function missingForTeams(e: Environment): readonly string[] {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenant } = e;
  if (!id && !password && !tenant) return [];
  return [
    ...(id ? [] : ["MicrosoftAppId is missing: set the application (client) id of the bot's registration."]),
    ...(password ? [] : ["MicrosoftAppPassword is missing: set a client secret of the bot's registration."]),
    ...(tenant ? [] : ["MicrosoftAppTenantId is missing: set the directory (tenant) id of your company."]),
  ];
}

function teamsConfig(e: Environment): TeamsConfig | null {
  if (!e.MicrosoftAppId || !e.MicrosoftAppPassword || !e.MicrosoftAppTenantId) return null;
  return {
    appId: e.MicrosoftAppId.toLowerCase(),
    appPassword: e.MicrosoftAppPassword,
    tenantId: e.MicrosoftAppTenantId.toLowerCase(),
    local: null,
  };
}

function staleAfter(value: string | undefined): number | null {
  if (value === undefined) return DEFAULT_STALE_AFTER;
  return value === "off" ? null : Number(value);
}

function configError(lines: readonly string[]): ConfigError {
  return Object.assign(new Error(lines.join("\n")), { name: "ConfigError" as const });
}
