import { openApp, type App } from "#app.ts";
import { isWrongUse, wrongUse, type CliEnv, type Command, type ExitCode } from "#cli/command.ts";
import { doctor } from "#cli/doctor.ts";
import { exportCommand } from "#cli/export.ts";
import { figuresCommand } from "#cli/figures.ts";
import { effectivenessCommand } from "#cli/effectiveness.ts";
import { forecastCommand } from "#cli/forecast.ts";
import { goLiveCommand } from "#cli/go-live.ts";
import { importCommand } from "#cli/import.ts";
import { caseFileCommand } from "#cli/case-file.ts";
import { interestCommand } from "#cli/interest.ts";
import { migrateCommand } from "#cli/migrate.ts";
import { previewCommand } from "#cli/preview.ts";
import { proofCommand } from "#cli/proof.ts";
import { ratesCommand } from "#cli/rates.ts";
import { runDueCommand } from "#cli/run-due.ts";
import { scenariosCommand } from "#cli/scenarios.ts";
import { settingsCommand } from "#cli/settings.ts";
import { templatesCommand } from "#cli/templates.ts";
import { isConfigError, loadConfig, type Config } from "#config.ts";
import { instantAt, isDay } from "#domain/calendar.ts";
import { createLog, type Log } from "#log.ts";

const COMMANDS: readonly Command[] = [
  migrateCommand,
  importCommand,
  figuresCommand,
  effectivenessCommand,
  forecastCommand,
  exportCommand,
  proofCommand,
  interestCommand,
  ratesCommand,
  caseFileCommand,
  previewCommand,
  goLiveCommand,
  runDueCommand,
  settingsCommand,
  scenariosCommand,
  templatesCommand,
  doctor,
];

const UNEXPECTED = "Something went wrong. Run it again with LOG_LEVEL=debug, which shows it.";
/** A day given without an hour means the beginning of its working hours. */
const MORNING_MINUTES = 540;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

// Whoever reads the answer may have enough of it ("| head").
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), process.env);

/** Runs one command; everything wrong is one sentence on the error output and exit code 2, the error itself in the log. */
async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitCode> {
  const opened: App[] = [];
  let log: Log | null = null;
  try {
    const { args, at, json } = takeGlobal(argv);
    const [name = "help", ...rest] = args;
    if (["help", "--help", "-h"].includes(name)) return help();
    const command = COMMANDS.find((known) => known.name === name);
    if (command === undefined) throw wrongUse(`There is no command ${name}: "help" lists them.`);
    if (rest.includes("--help") || rest.includes("-h")) return help([command]);
    const config = loadConfig(env);
    log = createLog(config.logLevel);
    return await command.run(rest, cliEnv(config, instantOf(at, config), json, opened));
  } catch (error) {
    log?.debug({ err: error }, "the command failed");
    say(isWrongUse(error) || isConfigError(error) ? error.message : UNEXPECTED);
    return 2;
  } finally {
    for (const app of opened) await app.close();
  }
}

/** --at and --json stand anywhere; what is left is the command's own. */
function takeGlobal(argv: readonly string[]) {
  const args: string[] = [];
  let at: string | null = null;
  let json = false;
  for (let index = 0; index < argv.length; index += 1) {
    const arg = argv[index] ?? "";
    if (arg === "--json") json = true;
    else if (arg.startsWith("--at=")) at = arg.slice("--at=".length);
    else if (arg === "--at") {
      index += 1;
      at = argv[index] ?? "";
    } else args.push(arg);
  }
  return { args, at, json };
}

/** A future instant on a real database would send tomorrow's mail today, so it has to be asked for. */
function instantOf(at: string | null, config: Config): Date {
  const now = new Date();
  if (at === null) return now;
  const instant = parseInstant(at, config.timeZone);
  if (instant === null) {
    throw wrongUse(`--at ${at} is no instant: write it as 2026-12-04T08:30:00Z, or 2026-12-04T08:30 in company time.`);
  }
  if (instant > now && config.databaseUrl !== null && !config.timeTravel) {
    throw wrongUse("--at is in the future: set RELAIS_TIME_TRAVEL=on if DATABASE_URL names a database for trials.");
  }
  return instant;
}

function parseInstant(text: string, timeZone: string): Date | null {
  if (isDay(text)) return instantAt(text, MORNING_MINUTES, timeZone);
  const [, day = "", hour = "", minute = ""] = LOCAL_TIME.exec(text) ?? [];
  if (isDay(day) && Number(hour) < 24 && Number(minute) < 60) {
    return instantAt(day, Number(hour) * 60 + Number(minute), timeZone);
  }
  if (!INSTANT.test(text) || !isDay(text.slice(0, 10))) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function cliEnv(config: Config, at: Date, json: boolean, opened: App[]): CliEnv {
  let opening: Promise<App> | null = null;
  const app = () => {
    opening ??= openApp(config, { productNow: () => at }).then(
      (open) => {
        opened.push(open);
        return open;
      },
      (error: unknown) => {
        throw Object.assign(wrongUse(error instanceof Error ? error.message : UNEXPECTED), { cause: error });
      },
    );
    return opening;
  };
  return {
    config,
    at,
    json,
    app,
    context: async () => (await app()).context(at),
    answer: (value, lines) => {
      process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join("\n")}\n`);
    },
    say,
  };
}

function help(commands: readonly Command[] = COMMANDS): ExitCode {
  const lines = commands.map(({ name, usage, does }) => `  ${`${name} ${usage}`.trim()}\n      ${does}`);
  const text = [
    "Usage: npm run -s relais -- COMMAND [--at ISO] [--json]",
    ...lines,
    "  --at ISO  the product's clock: 2026-12-04T08:30:00Z, 2026-12-04T08:30 (company time) or 2026-12-04 (9:00)",
    "  --json    an answer for programs",
    "Exit codes: 0 done, 1 partly (some rows rejected), 2 nothing done.",
  ];
  process.stdout.write(`${text.join("\n")}\n`);
  return 0;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
