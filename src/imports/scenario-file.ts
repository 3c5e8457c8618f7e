import { LineCounter, parseDocument, stringify, type Document } from "yaml";

import type { MailTemplate } from "#domain/mail-template.ts";
import type { FileReason } from "#domain/scenario-file-fault.ts";
import { labelOf, type FindingPlace } from "#domain/scenario-lint.ts";
import {
  USUAL_PRE_DUE,
  usualStep,
  type Between,
  type Scenario,
  type Step,
  type StepCondition,
} from "#domain/scenario.ts";
import {
  scenarioFileSchema,
  type ScenarioFileText,
  type ScenarioText,
  type StepText,
} from "#imports/scenario-schema.ts";
import { brokenYaml, lineOf, reasonsOf } from "#imports/scenario-reasons.ts";

/** What a file says. */
export interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
  readonly templates: readonly MailTemplate[];
}

export type ReadScenarios =
  | {
      readonly ok: true;
      readonly file: ScenarioFile;
      /** The line that a finding is about. */
      readonly lineOf: (place: FindingPlace) => number | null;
    }
  | { readonly ok: false; readonly reasons: readonly FileReason[] };

const REASONS_MAX = 20;
/** The scenario's amounts are kept in cents of a currency with two decimals. */
const CENTS = 100;

/** Reads a YAML (or JSON) file of scenarios. */
export function readScenarioFile(text: string): ReadScenarios {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) return { ok: false, reasons: [brokenYaml(broken, lines)] };
  const read = scenarioFileSchema.safeParse(valueOf(document));
  if (read.success) {
    return {
      ok: true,
      file: fileOf(read.data),
      lineOf: (place) => lineOf(document, lines, pathOf(place, read.data)),
    };
  }
  const reasons = read.error.issues.flatMap((issue) => reasonsOf(issue, document, lines));
  return { ok: false, reasons: reasons.slice(0, REASONS_MAX) };
}

/** Of two of one name, the last: it is the one that repeats. */
function pathOf({ scenario, step, template }: FindingPlace, file: ScenarioFileText): readonly (string | number)[] {
  if (scenario === null) {
    const at = (file.templates ?? []).findLastIndex((each) => labelOf(each) === template);
    return ["templates", Math.max(at, 0), "name"];
  }
  const at = (file.scenarios ?? []).findLastIndex(({ name }) => name === scenario);
  const steps = file.scenarios?.[at]?.steps ?? [];
  const level = steps.findLastIndex((each) => each.level === step);
  return ["scenarios", Math.max(at, 0), ...(level === -1 ? ["name"] : ["steps", level])];
}

/** Writes scenarios and wordings as the file that reads back the same. */
export function writeScenarioFile({ scenarios, templates }: ScenarioFile): string {
  const file: ScenarioFileText = {
    scenarios: scenarios.map(textOf),
    ...(templates.length === 0
      ? {}
      : {
          templates: templates.map(({ name, locale, sender, subject, body }) => ({
            name,
            locale,
            ...(sender === null ? {} : { sender }),
            subject,
            body,
          })),
        }),
  };
  return stringify(file, { lineWidth: 0, blockQuote: "literal" });
}

/** An alias that expands without end is an error of the file like any other. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    return null;
  }
}

function fileOf({ scenarios = [], templates = [] }: ScenarioFileText): ScenarioFile {
  return {
    scenarios: scenarios.map(scenarioOf),
    templates: templates.map((template) => ({ ...template, sender: template.sender ?? null })),
  };
}

function scenarioOf(text: ScenarioText): Scenario {
  const { before_due: before = {}, segments = [], languages = [], profiles = [] } = text;
  return {
    name: text.name,
    audience: {
      invoices: text.for === "deposits" ? "deposits" : "all",
      onlyChosen: text.for === "chosen",
      segments,
      languages,
    },
    profiles,
    steps: text.steps.map(stepOf),
    preDue: {
      everybody: before.everybody ?? USUAL_PRE_DUE.everybody,
      largeFromMinor:
        before.large_from === undefined ? USUAL_PRE_DUE.largeFromMinor : BigInt(Math.round(before.large_from * CENTS)),
      largeOffset: before.large_offset ?? USUAL_PRE_DUE.largeOffset,
      slowMeanDelayDays: before.slow_from_days ?? USUAL_PRE_DUE.slowMeanDelayDays,
      settledMin: before.slow_over_invoices ?? USUAL_PRE_DUE.settledMin,
    },
  };
}

function stepOf(text: StepText): Step {
  const usual = usualStep(text.level, text.offset);
  return {
    ...usual,
    channel: text.channel ?? usual.channel,
    actor: text.actor ?? (text.channel === "call" && usual.actor === "system" ? "rep" : usual.actor),
    template: text.template ?? usual.template,
    tone: text.tone ?? usual.tone,
    recipients: { to: text.to ?? usual.recipients.to, cc: text.cc ?? [], bcc: text.bcc ?? [] },
    when: conditionOf(text.when ?? {}),
  };
}

function conditionOf(when: NonNullable<StepText["when"]>): StepCondition {
  return {
    ...(when.days_late === undefined ? {} : { daysLate: boundsOf(when.days_late) }),
    ...(when.outstanding === undefined ? {} : { outstanding: boundsOf(when.outstanding) }),
    ...(when.limit_exceeded === undefined ? {} : { limitExceeded: when.limit_exceeded }),
    ...(when.customer_months === undefined ? {} : { customerMonths: boundsOf(when.customer_months) }),
    ...(when.score === undefined ? {} : { ratings: when.score }),
    ...(when.payment_means === undefined ? {} : { means: when.payment_means }),
    ...(when.segments === undefined ? {} : { segments: when.segments }),
  };
}

function boundsOf(text: { readonly from?: number | undefined; readonly to?: number | undefined }): Between {
  return { from: text.from ?? null, to: text.to ?? null };
}

function textOf({ name, audience, profiles, steps, preDue }: Scenario): ScenarioText {
  return {
    name,
    for: audience.onlyChosen ? "chosen" : audience.invoices,
    segments: [...audience.segments],
    languages: [...audience.languages],
    profiles: [...profiles],
    before_due: {
      everybody: preDue.everybody,
      large_from: Number(preDue.largeFromMinor) / CENTS,
      large_offset: preDue.largeOffset,
      slow_from_days: preDue.slowMeanDelayDays,
      slow_over_invoices: preDue.settledMin,
    },
    steps: steps.map(({ name: level, offset, channel, actor, template, tone, recipients, when }) => ({
      level,
      offset,
      channel,
      actor,
      template,
      tone,
      to: [...recipients.to],
      cc: [...recipients.cc],
      bcc: [...recipients.bcc],
      ...(Object.keys(when).length === 0 ? {} : { when: conditionText(when) }),
    })),
  };
}

function conditionText(when: StepCondition): NonNullable<StepText["when"]> {
  return {
    ...(when.daysLate === undefined ? {} : { days_late: boundsText(when.daysLate) }),
    ...(when.outstanding === undefined ? {} : { outstanding: boundsText(when.outstanding) }),
    ...(when.limitExceeded === undefined ? {} : { limit_exceeded: when.limitExceeded }),
    ...(when.customerMonths === undefined ? {} : { customer_months: boundsText(when.customerMonths) }),
    ...(when.ratings === undefined ? {} : { score: [...when.ratings] }),
    ...(when.means === undefined ? {} : { payment_means: [...when.means] }),
    ...(when.segments === undefined ? {} : { segments: [...when.segments] }),
  };
}

function boundsText({ from, to }: Between): { from?: number; to?: number } {
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}
