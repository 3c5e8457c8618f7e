import { z } from "zod";

import { CONTACT_ROLES } from "#domain/customer.ts";
import { PAYMENT_MEANS } from "#domain/invoice.ts";
import { PAYER_PROFILES } from "#domain/payer-profile.ts";
import { LOCALES, ROLES } from "#domain/person.ts";
import { COPY_ROLES, STEP_CHANNELS, STEP_NAMES, TONES } from "#domain/scenario.ts";
import { SHIPPED_TEMPLATES } from "#domain/mail-template.ts";

const DAYS_MAX = 730;
const MONTHS_MAX = 1_200;
const UNITS_MAX = 1_000_000_000;
const NAME_LENGTH_MAX = 80;
const LIST_MAX = 100;
const SCENARIOS_MAX = 50;
const TEMPLATES_MAX = 500;
export const SUBJECT_LENGTH_MAX = 150;
export const BODY_LENGTH_MAX = 2_900;

const name = z.string().trim().min(1).max(NAME_LENGTH_MAX);
const between = (max: number, what: string) =>
  z
    .strictObject({ from: z.number().min(0).max(max).optional(), to: z.number().min(0).max(max).optional() })
    .describe(`${what}; both bounds inclusive`);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(LIST_MAX);

const when = z
  .strictObject({
    days_late: between(DAYS_MAX * 5, "days late of the customer's oldest overdue invoice").optional(),
    outstanding: between(UNITS_MAX, "the customer's outstanding, in main units of the invoice's currency").optional(),
    limit_exceeded: z.enum(["insurer", "factor", "either"]).optional(),
    customer_months: between(MONTHS_MAX, "months since the customer's first day").optional(),
    score: list(z.enum(["good", "watch", "difficult", "unknown"])).optional(),
    payment_means: list(z.enum(PAYMENT_MEANS)).optional(),
    segments: list(name).optional(),
  })
  .describe("all that is given must hold; what is not known does not");

const step = z.strictObject({
  level: z.enum(STEP_NAMES),
  offset: z.int().min(-DAYS_MAX).max(DAYS_MAX).describe("calendar days from the due date; negative = before it"),
  channel: z.enum(STEP_CHANNELS).optional(),
  actor: z
    .enum(["system", ...ROLES])
    .optional()
    .describe("rep = whoever has the customer"),
  template: name.optional().describe(`a wording of this file or of Relais: ${SHIPPED_TEMPLATES.join(", ")}`),
  tone: z.enum(TONES).optional(),
  to: list(z.enum(CONTACT_ROLES)).optional(),
  cc: list(z.enum([...CONTACT_ROLES, ...COPY_ROLES])).optional(),
  bcc: list(z.enum(COPY_ROLES)).optional(),
  when: when.optional(),
});

const scenario = z.strictObject({
  name,
  for: z.enum(["all", "chosen", "deposits"]).optional().describe("chosen = only customers that finance chose it for"),
  segments: list(name).optional(),
  languages: list(z.enum(LOCALES)).optional(),
  profiles: list(z.enum(PAYER_PROFILES)).optional(),
  before_due: z
    .strictObject({
      everybody: z.boolean().optional(),
      large_from: z.number().min(0).max(UNITS_MAX).optional(),
      large_offset: z.int().min(-DAYS_MAX).max(0).optional(),
      slow_from_days: z.int().min(0).max(DAYS_MAX).optional(),
      slow_over_invoices: z.int().min(1).max(LIST_MAX).optional(),
    })
    .optional()
    .describe("who is written to before the due date"),
  steps: list(step),
});

const template = z.strictObject({
  name,
  locale: z.enum(LOCALES),
  sender: name.optional().describe("who signs (an e-mail address) or a seller's code; left out = everybody"),
  subject: z.string().trim().max(SUBJECT_LENGTH_MAX),
  body: z.string().trim().max(BODY_LENGTH_MAX),
});

/** The file of scenarios and wordings, as finance writes it. */
export const scenarioFileSchema = z.strictObject({
  scenarios: z.array(scenario).max(SCENARIOS_MAX).optional(),
  templates: z.array(template).max(TEMPLATES_MAX).optional(),
});

export type ScenarioFileText = z.infer<typeof scenarioFileSchema>;
export type ScenarioText = z.infer<typeof scenario>;
export type StepText = z.infer<typeof step>;

/** The same as a JSON Schema, for editors that check as one types. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: "Relais: scenarios and wordings", ...z.toJSONSchema(scenarioFileSchema) };
}
