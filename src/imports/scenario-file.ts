import { LineCounter, parseDocument, stringify, type Document } from "yaml";
import { z } from "zod";

import type { MailTemplate } from "#domain/mail-template.ts";
import type { Locale } from "#domain/person.ts";
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

/** What a file says. */
export interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
  readonly templates: readonly MailTemplate[];
}

/** Where a file is not as its schema has it, and what was expected there. */
export interface FileReason {
  readonly line: number | null;
  /** "scenarios.0.steps.2.offset"; empty = the file as a whole. */
  readonly path: string;
  readonly says: string;
}

export type ReadScenarios =
  | { readonly ok: true; readonly file: ScenarioFile }
  | { readonly ok: false; readonly reasons: readonly FileReason[] };

const REASONS_MAX = 20;
/** The scenario's amounts are kept in cents of a currency with two decimals. */
const CENTS = 100;

/** Reads a YAML (or JSON) file of scenarios; the reasons are told in the reader's language. */
export function readScenarioFile(text: string, locale: Locale): ReadScenarios {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    return { ok: false, reasons: [{ line, path: "", says: broken.message.split("\n")[0] ?? "" }] };
  }
  const { localeError } = locale === "fr" ? z.locales.fr() : z.locales.en();
  const read = scenarioFileSchema.safeParse(valueOf(document), { error: localeError });
  if (read.success) return { ok: true, file: fileOf(read.data) };
  const reasons = read.error.issues.slice(0, REASONS_MAX).map(({ path, message }) => ({
    line: lineOf(document, lines, path),
    path: path.join("."),
    says: message,
  }));
  return { ok: false, reasons };
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

function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
    const at = node?.range?.[0];
    if (at !== undefined) return lines.linePos(at).line;
  }
  return null;
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
