import type { Actor } from "#domain/event.ts";
import { circuitOf, saveCircuit, type InvoicingCircuit } from "#store/customer-notes.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

const DAY_OF_MONTH_MAX = 31;
const PORTAL_LENGTH_MAX = 200;

export interface CircuitInput {
  readonly customer: string;
  readonly portal?: string | undefined;
  readonly wantsOrderNumber: boolean;
  /** As typed: a day of the month. */
  readonly cutOff?: string | undefined;
  readonly note?: string | undefined;
}

/** How a customer wants its invoices, as somebody learnt it: adv is asked to see to it, so that the next one goes right. */
export async function noteCircuit(context: Context, actor: Actor, input: CircuitInput): Promise<Result<Answered>> {
  const cutOff = readCutOff(input.cutOff);
  if (cutOff === "not-a-day") return refused({ why: "not-a-number", typed: input.cutOff ?? "" });
  return context.store.db.transaction(async (tx) => {
    const { customer } = input;
    const payer = await lockFamily(tx, customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: customer });
    const refusal = await refuseAct(tx, actor, customer, "note-customer");
    if (refusal !== null) return refused(refusal);
    const before = await circuitOf(tx, customer);
    const circuit: InvoicingCircuit = {
      portal: textOf(input.portal, PORTAL_LENGTH_MAX),
      wantsOrderNumber: input.wantsOrderNumber,
      cutOffDay: cutOff,
      note: textOf(input.note, COMMENT_LENGTH_MAX),
    };
    if (before !== null && isSame(before, circuit)) return refused({ why: "nothing-changed" });
    await saveCircuit(tx, customer, { ...circuit, changedBy: actor, changedAt: context.now });
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "circuit-changed",
      actor,
      customer,
      data: { ...circuit, before },
    });
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    // Whoever may change contacts keeps the invoicing software too: nobody asks themselves.
    if ((await refuseAct(tx, actor, customer, "change-contacts")) !== null) {
      await openAsk(tx, context, {
        kind: "circuit-changed",
        customer,
        holder: { role: await staffedRole(tx, "adv") },
        lines: [],
        openedBy: actor,
        when: "now",
        causedBy: event,
      });
    }
    return done({ showing: { show: "contacts", customer }, event });
  });
}

function readCutOff(typed: string | undefined): number | null | "not-a-day" {
  const text = typed?.trim() ?? "";
  if (text === "") return null;
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return day >= 1 && day <= DAY_OF_MONTH_MAX ? day : "not-a-day";
}

function textOf(typed: string | undefined, max: number): string | null {
  const text = typed?.trim().slice(0, max) ?? "";
  return text === "" ? null : text;
}

function isSame(before: InvoicingCircuit, now: InvoicingCircuit): boolean {
  return (["portal", "wantsOrderNumber", "cutOffDay", "note"] as const).every((field) => before[field] === now[field]);
}
