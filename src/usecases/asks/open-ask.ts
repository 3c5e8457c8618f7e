import type { AskKind, CallReason } from "#domain/ask.ts";
import type { Actor } from "#domain/event.ts";
import { addLines, insertAsk, openAskOf, type AskLine, type Holder, type RecordedAsk } from "#store/asks.ts";
import { appendEvent, causedBy } from "#store/events.ts";
import { lockFamily } from "#store/families.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { tellHolder, type When } from "#usecases/delivery/tell.ts";

export interface AskToOpen {
  readonly kind: AskKind;
  readonly customer: string;
  /** Tells apart tasks of a kind that may stand side by side: the promise's id, for instance. */
  readonly about?: number;
  readonly holder: Holder;
  readonly lines: readonly AskLine[];
  readonly openedBy: Actor;
  readonly reason?: CallReason | null;
  readonly why?: string | null;
  /** "Later" was used already on this matter. */
  readonly postponed?: boolean;
  readonly when: When;
  /** The event it follows from: undoing that one withdraws it. */
  readonly causedBy?: number | null;
}

export interface OpenedAsk {
  readonly ask: number;
  /** False: an ask of this kind was open about the customer, and the lines joined it without restarting its clock. */
  readonly isNew: boolean;
  /** The invoices it did not speak of before; none and not new = nothing changed. */
  readonly added: readonly number[];
}

/** Opens an ask and shows it to its holder, or joins the one that is open: at most one of a kind per customer. */
export async function openAsk(tx: Db, context: Context, asked: AskToOpen): Promise<OpenedAsk> {
  await lockFamily(tx, asked.customer);
  const open = await openAskOf(tx, asked.customer, asked.kind, asked.about ?? 0);
  if (open !== null) return join(tx, context, asked, open);

  const ask = await insertAsk(
    tx,
    {
      kind: asked.kind,
      customer: asked.customer,
      about: asked.about ?? 0,
      holder: asked.holder,
      reason: asked.reason ?? null,
      why: asked.why ?? null,
      openedAt: context.now,
      openedBy: asked.openedBy,
      clockFrom: context.today,
      postponed: asked.postponed ?? false,
    },
    asked.lines,
  );
  await tellOfLines(
    tx,
    context,
    asked,
    "ask-opened",
    ask,
    asked.lines.map((line) => line.invoice),
  );
  await tellHolder(tx, context, asked.holder, {
    key: `ask:${ask}`,
    showing: { show: "ask", ask },
    when: asked.when,
    eventId: asked.causedBy ?? null,
    invoices: asked.lines.map((line) => line.invoice),
  });
  return { ask, isNew: true, added: asked.lines.map((line) => line.invoice) };
}

async function join(tx: Db, context: Context, asked: AskToOpen, open: RecordedAsk): Promise<OpenedAsk> {
  const added = await addLines(tx, open.id, asked.lines);
  if (added.length > 0) await tellOfLines(tx, context, asked, "ask-joined", open.id, added);
  return { ask: open.id, isNew: false, added };
}

async function tellOfLines(
  tx: Db,
  context: Context,
  asked: AskToOpen,
  kind: "ask-opened" | "ask-joined",
  ask: number,
  invoices: readonly number[],
): Promise<void> {
  await appendEvent(tx, {
    at: context.now,
    kind,
    actor: asked.openedBy,
    customer: asked.customer,
    invoices,
    subject: "asks",
    subjectId: ask,
    data: {
      ask: asked.kind,
      reason: asked.reason ?? null,
      to: "person" in asked.holder ? asked.holder.person : asked.holder.role,
      ...causedBy(asked.causedBy ?? null),
    },
  });
}
