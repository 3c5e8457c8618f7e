import { createCalendarReader } from "#calendar-feeds/calendar-reader.ts";
import type { Config } from "#config.ts";
import { dayIn } from "#domain/calendar.ts";
import { createLog, type Log } from "#log.ts";
import type { Running } from "#serve.ts";
import { startEmbeddedPostgres, type Purpose } from "#store/embedded/embedded-postgres.ts";
import { makeFreshDatabase } from "#store/embedded/fresh-database.ts";
import { migrate } from "#store/migrate.ts";
import { loadSettings } from "#store/settings.ts";
import { openStore, type Store } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** What the demo and the tests replace; production takes the defaults. */
export interface AppOptions {
  /** Product time; the wall clock unless time is moved. */
  readonly productNow?: () => Date;
  readonly log?: Log;
  /** On the embedded server: an empty database of this run's own instead of the lasting one (the demo). */
  readonly freshDatabase?: boolean;
  /** What the embedded server is for; a service unless told otherwise. */
  readonly purpose?: Purpose;
  /** Calendars may be served on this machine: the demo's and the tests' are. */
  readonly localCalendars?: boolean;
}

/** What one process is made of, before it serves anything: the command line needs no more. */
export interface App {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly databaseUrl: string;
  /** The product at an instant; without one, now. */
  context(at?: Date): Promise<Context>;
  /** Connects chats and mail, listens, and lets the jobs run; chats and mail are loaded only then. */
  serve(options?: ServeOptions): Promise<Running>;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Pause between two messages to one person. */
  readonly paceMs?: number;
  /** False: time is moved by hand, and so is everything that happens with it. */
  readonly jobs?: boolean;
  /** False: chats and mail are connected, but no port is opened (the command line). */
  readonly listen?: boolean;
}

/** Opens the database (the embedded one when none is named), brings it up to date, and puts the parts together. */
export async function openApp(config: Config, options: AppOptions = {}): Promise<App> {
  const log = options.log ?? createLog(config.logLevel);
  const productNow = options.productNow ?? (() => new Date());
  const calendars = createCalendarReader({ allowsLocal: options.localCalendars === true });
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedPostgres({
          dataDir: config.dataDir,
          purpose: options.purpose ?? "service",
          log: (line) => log.warn(line),
        })
      : null;
  const lasting = config.databaseUrl ?? embedded?.url ?? "";
  const databaseUrl =
    options.freshDatabase === true && embedded !== null ? await makeFreshDatabase(embedded.url, "demo") : lasting;
  const store = await openMigrated(databaseUrl, async () => embedded?.stop());

  const app: App = {
    config,
    log,
    store,
    databaseUrl,
    async context(at) {
      const now = at ?? productNow();
      return {
        store,
        now,
        today: dayIn(now, config.timeZone),
        timeZone: config.timeZone,
        locale: config.locale,
        publicUrl: config.publicUrl,
        writesToPeople: config.isPublic && config.smtpUrl !== null,
        staleAfter: config.staleAfter,
        settings: await loadSettings(store.db),
        print: async (letter, printedAt) =>
          (await import("#email/letters/print-letter.ts")).printLetter(letter, printedAt),
        calendars,
      };
    },
    async serve(serveOptions = {}) {
      const { serve } = await import("#serve.ts");
      return await serve(app, serveOptions);
    },
    async close() {
      await store.close();
      await embedded?.stop();
    },
  };
  return app;
}

async function openMigrated(databaseUrl: string, release: () => Promise<unknown>): Promise<Store> {
  try {
    await migrate(databaseUrl);
    return openStore(databaseUrl);
  } catch (error) {
    await release();
    const said = error instanceof Error ? rootOf(error).message : "";
    const sentence = "The database cannot be used: check DATABASE_URL, and that its user may create tables.";
    throw new Error(said === "" ? sentence : `${sentence} (${said})`, { cause: error });
  }
}

/** What PostgreSQL said lies under the driver's own error, whose message is the whole statement. */
function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
