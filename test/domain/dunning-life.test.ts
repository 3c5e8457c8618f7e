import { describe, expect, test } from "vitest";

import { daysBetween, type Day } from "#domain/calendar.ts";
import { stepDay } from "#domain/dunning-step-day.ts";
import type { PlannedLine } from "#domain/dunning-plan.ts";
import { plannedStep } from "#domain/planned-step.ts";
import { toleranceOf } from "#domain/promise-to-pay.ts";
import { seededRandom } from "#domain/random.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { levelOf, type StepName } from "#domain/scenario.ts";
import { told } from "../support/dunning-facts.ts";
import { liveThrough, type LivedDay } from "../support/dunning-life.ts";

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed + 1);
const daysOf = (seed: number) => liveThrough(seed, seededRandom(`life ${seed}`));

/** Steps taken on a day, by mail or by asking somebody. */
function taken({ plan }: LivedDay): readonly (PlannedLine & { readonly step: StepName; readonly byMail: boolean })[] {
  return [
    ...plan.messages.map((each) => ({ ...each, byMail: true })),
    ...plan.asks.map((each) => ({ ...each, byMail: false })),
  ]
    .flatMap(({ lines, byMail }) => lines.map((line) => ({ ...line, byMail })))
    .flatMap((line) => (line.advancesTo === null || line.step === null ? [] : [{ ...line, step: line.step }]));
}

describe.each(SEEDS)("whatever scenarios do while invoices are half-way, life %i", (seed) => {
  test("no level goes back, and none comes twice but after a stop that ended, or a mail that bounced", () => {
    const highest = new Map<number, number>();
    const stopsEnded = new Set<number>();
    const faults: string[] = [];
    let count = 0;
    for (const lived of daysOf(seed)) {
      for (const id of lived.cameBack) stopsEnded.add(id);
      for (const { invoice, step, byMail } of taken(lived)) {
        count += 1;
        const before = highest.get(invoice.id) ?? -1;
        const level = levelOf(step);
        if (stopsEnded.has(invoice.id) ? level < before : level <= before)
          faults.push(`${lived.day} ${invoice.number}: ${step} after level ${before}`);
        if (byMail && lived.bounced.has(invoice.payer)) continue;
        highest.set(invoice.id, Math.max(before, level));
        stopsEnded.delete(invoice.id);
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(40);
  });

  test("nobody is called or given notice without an earlier e-mail that arrived, after the due day", () => {
    const delivered = new Set<number>();
    const faults: string[] = [];
    for (const lived of daysOf(seed)) {
      for (const { invoice, step, byMail } of taken(lived)) {
        if (!byMail && !delivered.has(invoice.id)) faults.push(`${lived.day} ${invoice.number}: ${step}`);
      }
      for (const { payer, lines } of lived.plan.messages) {
        if (lived.bounced.has(payer)) continue;
        for (const { invoice } of lines) if (invoice.due < lived.day) delivered.add(invoice.id);
      }
    }
    expect(faults).toEqual([]);
  });

  test("a customer gets one message a day at most, and reminders seven days apart", () => {
    const last = new Map<string, Day>();
    const faults: string[] = [];
    for (const { day, plan, bounced } of daysOf(seed)) {
      const payers = plan.messages.map(({ payer }) => payer);
      if (new Set(payers).size < payers.length) faults.push(`${day}: two messages to one customer`);
      for (const { payer, step } of plan.messages) {
        if (step === "pre-due") continue;
        const before = last.get(payer);
        if (before !== undefined && daysBetween(before, day) < 7) faults.push(`${payer}: ${before} and ${day}`);
        if (!bounced.has(payer)) last.set(payer, day);
      }
    }
    expect(faults).toEqual([]);
  });

  test("a person's step is passed over only where time alone could not ground it", () => {
    const faults: string[] = [];
    for (const lived of daysOf(seed)) {
      for (const { invoice, step } of taken(lived)) {
        const debtor = lived.facts.debtors.find(({ code }) => code === invoice.payer);
        if (debtor === undefined) continue;
        const scenario = scenarioFor(lived.facts.scenarios, debtor, invoice.kind);
        const skipped = scenario.steps.filter((each) => {
          const on = stepDay(scenario, each, invoice, debtor);
          const isBetween =
            levelOf(each.name) < levelOf(step) && (invoice.step === null || levelOf(each.name) > levelOf(invoice.step));
          return each.channel !== "email" && isBetween && on !== null && on <= lived.day;
        });
        const answered = invoice.paidSince > toleranceOf(invoice.residual + invoice.paidSince, "EUR");
        if (skipped.length > 0 && invoice.lastReminder?.state === "sent" && !answered) {
          faults.push(`${lived.day} ${invoice.number}: ${skipped.map(({ name }) => name).join(", ")} before ${step}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test("the next step that people read is the one that is taken, or waits for an e-mail to ground it", () => {
    const faults: string[] = [];
    for (const lived of daysOf(seed)) {
      for (const { invoice, step, byMail } of taken(lived)) {
        const debtor = lived.facts.debtors.find(({ code }) => code === invoice.payer);
        if (debtor === undefined) continue;
        const scenario = scenarioFor(lived.facts.scenarios, debtor, invoice.kind);
        const next = plannedStep(scenario, invoice, debtor, lived.day);
        const isTold = next !== null && next.on === lived.day && next.step === step;
        const waits = byMail && scenario.steps.some(({ name, channel }) => name === next?.step && channel !== "email");
        if (!isTold && !waits)
          faults.push(`${lived.day} ${invoice.number}: ${next?.step ?? "nothing"} told, ${step} taken`);
      }
    }
    expect(faults).toEqual([]);
  });

  test("no invoice sleeps through a step: the pass that looks at few plans what a look at all would", () => {
    for (const { plan, whole } of daysOf(seed)) {
      const leaves = (of: typeof plan) => told({ ...of, heldBack: [] });
      expect(leaves(plan)).toEqual(leaves(whole));
    }
  });
});
