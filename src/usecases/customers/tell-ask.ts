import { isDay } from "#domain/calendar.ts";
import type { Outcome, Withdrawal } from "#domain/ask.ts";
import { ROLES } from "#domain/person.ts";
import type { Happening } from "#i18n/cards/timeline/messages.ts";
import { askById, type RecordedAsk } from "#store/asks.ts";
import { contactProposalById } from "#store/customer-notes.ts";
import { nameOf } from "#usecases/delivery/drawing.ts";
import type { Telling } from "#usecases/customers/tell-event.ts";

type Holding = Extract<Happening, { is: "ask-passed" }>["to"];

/** What became of a call or a task; what was decided of a contact or a VIP is told by what it was about. */
export async function tellAsk(
  telling: Telling,
  what: "opened" | "joined" | "withdrawn" | "passed" | "left" | "answered",
): Promise<Happening | null> {
  const { drawing, row, id, data } = telling;
  const ask = await askById(drawing.context.store.db, id);
  if (ask === null) return null;
  const isCall = ask.kind === "call";
  switch (what) {
    case "opened":
      return ask.kind === "call"
        ? { is: "call-opened", holder: await firstHolder(telling, ask) }
        : { is: "task", kind: ask.kind, state: "opened" };
    case "joined":
      return { is: "ask-joined", isCall, invoices: row.invoices };
    case "passed":
      return { is: "ask-passed", isCall, to: await holding(telling, data["to"]) };
    case "left":
      return {
        is: "ask-left",
        isCall,
        until: typeof data["until"] === "string" && isDay(data["until"]) ? data["until"] : null,
      };
    case "withdrawn":
      return ask.kind === "call"
        ? { is: "call-withdrawn", why: (data["why"] as Withdrawal | undefined) ?? ask.withdrawn ?? "stopped" }
        : { is: "task", kind: ask.kind, state: "withdrawn" };
    case "answered":
      return answered(telling, ask, (data["outcome"] as Outcome | undefined) ?? ask.outcome ?? "done");
  }
}

async function answered({ drawing }: Telling, ask: RecordedAsk, outcome: Outcome): Promise<Happening> {
  const agreed = outcome === "approved";
  switch (ask.kind) {
    case "call":
      return { is: "call-answered", outcome };
    case "contact-proposed": {
      const proposal = await contactProposalById(drawing.context.store.db, ask.about);
      return { is: "contact", what: agreed ? "agreed" : "declined", name: proposal?.name ?? null };
    }
    case "vip-proposed":
      return { is: "vip", what: agreed ? "agreed" : "declined", why: null };
    case "circuit-changed":
      return { is: "circuit-seen-to" };
    default:
      return { is: "task", kind: ask.kind, state: "answered" };
  }
}

/** Whom it was opened for: others may have it since. */
async function firstHolder(telling: Telling, ask: RecordedAsk): Promise<string | null> {
  const { to } = telling.data;
  return nameOf(telling.drawing, typeof to === "number" ? to : to === undefined ? ask.holderId : null);
}

async function holding({ drawing }: Telling, to: unknown): Promise<Holding> {
  const role = ROLES.find((each) => each === to);
  if (role !== undefined) return { role };
  const name = typeof to === "number" ? await nameOf(drawing, to) : null;
  return name === null ? null : { name };
}
