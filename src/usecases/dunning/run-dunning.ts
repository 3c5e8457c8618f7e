import { clockIn, instantAt, isWorkingDay } from "#domain/calendar.ts";
import { applyEndedStops } from "#domain/dunning-ended-stops.ts";
import type { DunningFacts } from "#domain/dunning-facts.ts";
import type { PlannedAsk, PlannedMessage } from "#domain/dunning-plan.ts";
import { nextStepOn } from "#domain/dunning-step-day.ts";
import { isLive } from "#domain/dunning-stops.ts";
import { planDay } from "#domain/dunning.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import {
  dropUnsent,
  lockFamilies,
  lockPass,
  payersDue,
  planReminders,
  resumeDisputes,
  resumeHolds,
  writePositions,
  type PositionChange,
} from "#store/dunning-writes.ts";
import { appendEvent } from "#store/events.ts";
import { enqueue, enqueueRedraws, gateOf } from "#store/outbox.ts";
import { resumePauses } from "#store/pauses.ts";
import { ensureScenarios, type ScenariosInForce } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/** What one pass did. */
export interface DunningRun {
  readonly remindersPlanned: number;
  readonly asks: number;
}

/**
 * One pass of dunning, as of now; running it again, or twice at once, changes nothing. Stops that are over are taken note
 * of, people are asked on working days until the mail's end, messages are planned within the mail's hours. What is planned
 * is checked again at the moment of sending.
 */
export async function runDunning(context: Context): Promise<DunningRun> {
  return context.store.db.transaction(async (tx) => {
    await lockPass(tx);
    const payers = await payersDue(tx, context.today);
    await lockFamilies(tx, payers);
    await dropUnsent(tx, context.today);
    const { ids, scenarios } = await ensureScenarios(tx, context.now);
    const facts = await liveFacts(tx, context, payers, scenarios);

    const resumed = applyEndedStops(facts, context.today);
    await writePositions(tx, resumed.changes);
    await endStops(tx, context, facts);
    const plan = planDay(resumed.facts, context.today);
    const hours = mailHours(context);
    const asks = hours === "closed" ? [] : plan.asks;
    const asked: string[] = [];
    for (const ask of asks) if (await putAsk(tx, context, ask)) asked.push(ask.payer);
    const messages = hours === "open" ? plan.messages : [];
    const planned = await planMessages(tx, context, messages, ids);
    await writePositions(tx, positionsAfter(resumed.facts, asks, context));

    const touched = new Set([...asked, ...planned]);
    await enqueueRedraws(tx, [...touched], context.now);
    return { remindersPlanned: planned.length, asks: asks.filter((ask) => !ask.joins).length };
  });
}

/** Before the mail's hours people may be asked; after them, and on days off, nothing begins. */
function mailHours(context: Context): "closed" | "asks-only" | "open" {
  const { minutes } = clockIn(context.now, context.timeZone);
  if (!isWorkingDay(context.today) || minutes >= context.settings.mailUntilMinutes) return "closed";
  return minutes < context.settings.mailFromMinutes ? "asks-only" : "open";
}

/** Promises are judged by their own verb, before; invoices of sellers that are not live are left alone. */
async function liveFacts(
  tx: Db,
  context: Context,
  payers: readonly string[],
  scenarios: DunningFacts["scenarios"],
): Promise<DunningFacts> {
  const facts = await loadDunningFacts(tx, factsScope(context, { scenarios, payers, forgetPlanned: false }));
  const live = new Set(facts.sellers.filter((seller) => isLive(seller, context.today)).map((seller) => seller.code));
  return { ...facts, duePromises: [], invoices: facts.invoices.filter((invoice) => live.has(invoice.seller)) };
}

async function endStops(tx: Db, context: Context, facts: DunningFacts): Promise<void> {
  await resumeDisputes(
    tx,
    facts.closedDisputes.map((dispute) => dispute.id),
    context.today,
  );
  await resumePauses(tx, context.today);
  for (const hold of await resumeHolds(tx, context.today)) {
    await appendEvent(tx, {
      at: context.now,
      kind: "hold-ended",
      actor: { is: "system" },
      customer: hold.customer,
      invoices: hold.invoice === null ? [] : [hold.invoice],
      subject: "holds",
      subjectId: hold.id,
    });
  }
}

/** Whether it says anything new: what a customer lacks is found by every pass, and its card is open already. */
async function putAsk(tx: Db, context: Context, ask: PlannedAsk): Promise<boolean> {
  const opened = await openAsk(tx, context, {
    kind: ask.kind,
    customer: ask.payer,
    holder: "person" in ask.holder ? { person: ask.holder.person } : { role: await staffedRole(tx, ask.holder.role) },
    lines: ask.lines.map((line) => ({ invoice: line.invoice.id, step: line.advancesTo === null ? null : line.step })),
    openedBy: { is: "system" },
    reason: ask.reason,
    when: "now",
  });
  return opened.isNew || opened.added.length > 0;
}

/** Writes the messages and what sends them; gives the payers who get one. */
async function planMessages(
  tx: Db,
  context: Context,
  messages: readonly PlannedMessage[],
  scenarioIds: ScenariosInForce["ids"],
): Promise<readonly string[]> {
  const planned = await planReminders(tx, context.today, messages, scenarioIds);
  const validUntil = instantAt(context.today, context.settings.mailUntilMinutes, context.timeZone);
  await enqueue(
    tx,
    planned.map(({ id }) => ({
      key: `reminder:${id}`,
      showing: { show: "reminder", reminder: id },
      personId: null,
      gate: gateOf.mail,
      notBefore: context.now,
      validUntil,
    })),
    context.now,
  );
  return planned.map(({ payer }) => payer);
}

/** Asked steps are done; for all others the day before which nothing can be due is written anew, so the next pass is short. */
function positionsAfter(facts: DunningFacts, asks: readonly PlannedAsk[], context: Context): readonly PositionChange[] {
  const asked = new Map(asks.flatMap(({ lines }) => lines.map((line) => [line.invoice.id, line.advancesTo])));
  const debtors = new Map(facts.debtors.map((debtor) => [debtor.code, debtor]));
  return facts.invoices.flatMap((invoice) => {
    const debtor = debtors.get(invoice.payer);
    if (debtor === undefined) return [];
    const { step, shift, reentered } = invoice;
    const scenario = scenarioFor(facts.scenarios, debtor, invoice.kind);
    const next = nextStepOn(scenario, invoice, debtor, context.today);
    return [{ invoice: invoice.id, position: asked.get(invoice.id) ?? { step, shift, reentered, nextStepOn: next } }];
  });
}
