import { readFile, stat, writeFile } from "node:fs/promises";

import { wrongUse, type CliEnv, type Command, type ExitCode } from "#cli/command.ts";
import type { FileReason } from "#domain/scenario-file-fault.ts";
import { SCENARIO_FILE_BYTES_MAX } from "#domain/scenario-file-size.ts";
import { hasErrors } from "#domain/scenario-lint.ts";
import { refusalText } from "#i18n/refusals/messages.ts";
import { wordsFor } from "#i18n/words.ts";
import { writeScenarioFile } from "#imports/scenario-file.ts";
import { scenarioJsonSchema } from "#imports/scenario-schema.ts";
import { checkScenarioFile, type LinedFinding } from "#usecases/scenarios/check-scenarios.ts";
import { compareScenarios } from "#usecases/scenarios/compare-scenarios.ts";
import { handInScenarios } from "#usecases/scenarios/hand-in-scenarios.ts";
import { listScenarios, draftToPublish } from "#usecases/scenarios/list-scenarios.ts";
import { publishScenarios } from "#usecases/scenarios/publish-scenarios.ts";
import type { Result } from "#usecases/result.ts";
import { rollBackScenario } from "#usecases/scenarios/roll-back-scenario.ts";

const USES =
  "scenarios takes list, pull [FILE], check FILE, push FILE, publish [ID], rollback NAME [VERSION] or schema.";
/** The command line speaks to operators: its sentences are in English, like its other texts. */
const WORDS = wordsFor("en");
const SYSTEM = { is: "system" } as const;

/** Scenarios and wordings from the command line: what finance does in the chat, for who prefers files. */
export const scenariosCommand: Command = {
  name: "scenarios",
  usage: "list | pull [FILE] | check FILE | push FILE | publish [ID] | rollback NAME [VERSION] | schema",
  does: "the scenarios of reminders: shows, checks, hands in, publishes and brings back versions (YAML)",
  async run([verb = "", ...rest], env) {
    const run = VERBS[verb];
    if (run === undefined) throw wrongUse(USES);
    return run(rest, env);
  },
};

const VERBS: Readonly<Record<string, (args: readonly string[], env: CliEnv) => Promise<ExitCode>>> = {
  async list(args, env) {
    only(args, 0);
    const { scenarios, templates, draft } = await listScenarios(await env.context());
    const steps = (of: (typeof scenarios)[number]) =>
      of.scenario.steps.map(({ name, offset }) => `${name} ${offset}`).join(", ");
    const listed = scenarios.map((each) => ({
      name: each.scenario.name,
      version: each.version,
      audience: each.scenario.audience,
      chosen: each.chosen,
      steps: each.scenario.steps,
    }));
    const own = templates.map(({ name, locale, sender, version }) => ({ name, locale, sender, version }));
    env.answer({ scenarios: listed, templates: own, draft: draft?.id ?? null }, [
      ...scenarios.map((each) => `${each.scenario.name}  v${each.version ?? "-"}  ${steps(each)}`),
      ...own.map(({ name, locale, sender, version }) => `wording  ${name}  ${locale}  ${sender ?? "all"}  v${version}`),
      ...(draft === null ? [] : [`draft ${draft.id} waits: "scenarios publish ${draft.id}" puts it in force.`]),
    ]);
    return 0;
  },

  async pull(args, env) {
    only(args, 1);
    const { scenarios, templates } = await listScenarios(await env.context());
    const text = writeScenarioFile({ scenarios: scenarios.map(({ scenario }) => scenario), templates });
    const [path] = args;
    if (path === undefined) process.stdout.write(text);
    else await writeFile(path, text);
    if (path !== undefined) env.say(`Written to ${path}.`);
    return 0;
  },

  async check(args, env) {
    const { context, checked } = await checkedFile(args, env);
    const comparison = hasErrors(checked.findings) ? null : await compareScenarios(context, checked.file.scenarios);
    env.answer({ findings: checked.findings.map(asJson), comparison }, [
      ...linesOf(checked.findings),
      ...(comparison === null
        ? []
        : [
            `${comparison.day}  messages: ${comparison.messages.before} now, ${comparison.messages.after} then; asks: ${comparison.asks.before} now, ${comparison.asks.after} then`,
            ...comparison.differences.map(
              ({ customer, name, before, after }) =>
                `  ${customer}  ${name}  ${before ?? "nothing"} -> ${after ?? "nothing"}`,
            ),
          ]),
    ]);
    return checked.findings.length === 0 ? 0 : hasErrors(checked.findings) ? 2 : 1;
  },

  async push(args, env) {
    const { context, checked } = await checkedFile(args, env);
    const kept = valueOf(await handInScenarios(context, SYSTEM, { ...checked.file, source: args[0] ?? null }), env);
    const said = kept.package === null ? "Nothing differs from what is in force." : `Draft ${kept.package} is kept.`;
    env.answer({ draft: kept.package, scenarios: kept.scenarios, templates: kept.templates }, [
      ...linesOf(checked.findings),
      `${said} ${[...kept.scenarios, ...kept.templates].join(", ")}`.trim(),
    ]);
    return 0;
  },

  async publish(args, env) {
    only(args, 1);
    const context = await env.context();
    const asked = args[0] === undefined ? await draftToPublish(context) : Number(args[0]);
    if (asked === null || !Number.isSafeInteger(asked))
      throw wrongUse('There is no such draft: "scenarios push FILE" makes one.');
    const published = valueOf(await publishScenarios(context, SYSTEM, { package: asked }), env);
    env.answer(published, [`Draft ${published.package} is in force.`]);
    return 0;
  },

  async rollback(args, env) {
    only(args, 2);
    const [name, version] = args;
    if (name === undefined || (version !== undefined && !/^\d+$/.test(version))) throw wrongUse(USES);
    const input = { name, version: version === undefined ? undefined : Number(version) };
    const back = valueOf(await rollBackScenario(await env.context(), SYSTEM, input), env);
    env.answer(back, [`${back.name} is again as in version ${back.from}.`]);
    return 0;
  },

  async schema(args, env) {
    only(args, 0);
    const schema = scenarioJsonSchema();
    env.answer(schema, [JSON.stringify(schema, null, 2)]);
    return 0;
  },
};

async function checkedFile(args: readonly string[], env: CliEnv) {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0) throw wrongUse(USES);
  const context = await env.context();
  const checked = await checkScenarioFile(context, await textOf(path));
  if (checked.is === "read") return { context, checked };
  throw wrongUse(checked.reasons.map(reasonText).join("\n"));
}

async function textOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw wrongUse(`${path} is no file that can be read.`);
  if (found.size > SCENARIO_FILE_BYTES_MAX) throw wrongUse(`${path} is too large for a file of scenarios.`);
  return readFile(path, "utf8");
}

function reasonText(reason: FileReason): string {
  const { at, fault } = WORDS.scenarios.file;
  return at(reason.line, fault(reason));
}

function linesOf(findings: readonly LinedFinding[]): readonly string[] {
  return findings.map((finding) => `${finding.weight}  ${sentenceOf(finding)}`);
}

function asJson(finding: LinedFinding) {
  return { ...finding, sentence: sentenceOf(finding) };
}

function sentenceOf(finding: LinedFinding): string {
  return WORDS.scenarios.file.at(finding.line, WORDS.scenarios.finding(finding));
}

function only(args: readonly string[], most: number): void {
  if (args.length > most) throw wrongUse(USES);
}

function valueOf<T>(result: Result<T>, env: CliEnv): T {
  if (result.ok) return result.value;
  throw wrongUse(refusalText(result.refusal, WORDS.refusals, env.config.timeZone));
}
