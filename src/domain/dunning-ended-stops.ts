import type { Day } from "./calendar.ts";
import type { DatedPosition, Debtor, DuePromise, DunnedInvoice, DunningFacts } from "./dunning-facts.ts";
import { reenterAfterDispute, reenterAfterHold, reenterAfterPromise } from "./dunning-re-entry.ts";
import { isLive } from "./dunning-stops.ts";
import { covers, pauseOf } from "./pause.ts";
import { judgePromise } from "./promise-to-pay.ts";
import { scenarioFor } from "./scenario-choice.ts";

/** The facts once every stop that is over was taken note of, and what that changed. */
export interface Resumed {
  readonly facts: DunningFacts;
  readonly changes: readonly { readonly invoice: number; readonly position: DatedPosition }[];
}

/**
 * Lets invoices come back whose hold or dispute is over, and judges the promises that can be judged on a day, so that the
 * preview of a day and the pass of that day say the same. Sellers that are not live are left to go-live.
 */
export function applyEndedStops(facts: DunningFacts, day: Day): Resumed {
  const debtors = new Map(facts.debtors.map((debtor) => [debtor.code, debtor]));
  const live = new Set(facts.sellers.filter((seller) => isLive(seller, day)).map((seller) => seller.code));
  const judged = new Map(facts.duePromises.flatMap((promise) => judgedInvoices(promise, day)));
  const disputed = new Map(facts.closedDisputes.map((dispute) => [dispute.invoice, dispute.closedOn]));
  const changes: { invoice: number; position: DatedPosition }[] = [];

  const invoices = facts.invoices.map((before) => {
    const debtor = debtors.get(before.payer);
    const promise = judged.get(before.id);
    const invoice = promise === undefined ? before : withoutPromise(before, promise);
    if (debtor === undefined || !live.has(invoice.seller)) return invoice;
    const position = comeBack(facts, invoice, debtor, { promise, closed: disputed.get(invoice.id), day });
    if (position === null) return invoice;
    changes.push({ invoice: invoice.id, position });
    return { ...invoice, ...position };
  });
  return {
    facts: { ...facts, invoices, endedHolds: [], endedPauses: [], closedDisputes: [], duePromises: [] },
    changes,
  };
}

interface Ended {
  readonly promise: JudgedInvoice | undefined;
  readonly closed: Day | undefined;
  readonly day: Day;
}

/** A broken promise weighs more than a closed dispute, and that more than a hold that ran out. */
function comeBack(facts: DunningFacts, invoice: DunnedInvoice, debtor: Debtor, ended: Ended): DatedPosition | null {
  const scenario = scenarioFor(facts.scenarios, debtor, invoice.kind);
  if (ended.promise?.broken === true) return reenterAfterPromise(scenario, invoice, debtor, ended.day);
  if (ended.closed !== undefined) {
    const position = reenterAfterDispute(scenario, invoice, debtor, ended.closed);
    if (position !== null) return position;
  }
  const whose = { seller: invoice.seller, segment: debtor.segment };
  // While another hold or pause goes on, the one that ended changes nothing.
  if (invoice.hold !== null || pauseOf(facts.pauses, whose, ended.day) !== null) return null;
  const holds = facts.endedHolds
    .filter((hold) => hold.invoice === null || hold.invoice === invoice.id)
    .filter((hold) => hold.customer === invoice.customer || hold.customer === invoice.payer);
  const pauses = facts.endedPauses.filter((pause) => covers(pause, whose));
  const lastDay = [...holds, ...pauses]
    .map((stop) => stop.lastDay)
    .toSorted()
    .at(-1);
  return lastDay === undefined ? null : reenterAfterHold(scenario, invoice, debtor, lastDay);
}

interface JudgedInvoice {
  readonly broken: boolean;
  readonly due: Day;
}

function judgedInvoices(promise: DuePromise, day: Day): readonly (readonly [number, JudgedInvoice])[] {
  const { verdict } = judgePromise(promise, promise.unallocatedNow, day, promise.heardOn);
  if (verdict === "waiting" || verdict === "no-data") return [];
  return promise.invoices.map((invoice) => [invoice, { broken: verdict !== "kept", due: promise.due }] as const);
}

function withoutPromise(invoice: DunnedInvoice, promise: JudgedInvoice): DunnedInvoice {
  return { ...invoice, unjudged: 0n, brokenPromise: promise.broken ? promise.due : invoice.brokenPromise };
}
