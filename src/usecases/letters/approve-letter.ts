import type { Actor } from "#domain/event.ts";
import type { FormalNotice } from "#domain/formal-notice.ts";
import { formalNoticeText, FORMAL_NOTICE_VERSION } from "#i18n/letters/formal-notice.ts";
import { askById } from "#store/asks.ts";
import { keepDocument } from "#store/documents.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { insertLetter, lettersOfAsk } from "#store/letters.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { draftsOf } from "#usecases/letters/letter-drafts.ts";
import { isAboveLimit, letterLimit } from "#usecases/letters/letter-rights.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";

/**
 * A named person approves the letters of an ask as they were shown (`seen`). Everything is looked at again: what is paid,
 * promised, contested or frozen by now is refused with its sentence. The PDF is kept as it is, with its hash; the ask stays
 * open until the letters are posted.
 */
export async function approveLetter(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly seen: string },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, input.ask);
    if (!taken.ok) return taken;
    const ask = taken.value;
    const signer = actor.is === "person" ? await personById(tx, actor.id) : null;
    // Human approval, always (DOMAIN.md 2): no key and no machine signs.
    if (ask.kind !== "formal-notice" || signer === null) return refused({ why: "not-allowed" });
    const [standing] = await lettersOfAsk(tx, ask.id);
    if (standing !== undefined) {
      return alreadyDone(
        tx,
        { actor: { is: "person", id: standing.approvedBy }, at: standing.approvedAt },
        context.now,
      );
    }
    const drafts = await draftsOf(tx, context, ask);
    const [against] = drafts.refused;
    if (drafts.notices.length === 0) {
      return refused(against === undefined ? { why: "gone" } : { why: "no-letter", because: against.why });
    }
    if (drafts.seen !== input.seen) return refused({ why: "letter-changed" });
    const above = isAboveLimit(drafts.notices, context.settings);
    const refusal = await refuseAct(tx, actor, ask.customer, above ? "approve-large-letter" : "approve-letter");
    const limit = letterLimit(context.settings);
    if (refusal !== null) return refused(above && limit !== null ? { why: "letter-above-limit", limit } : refusal);

    const kept: number[] = [];
    for (const notice of drafts.notices)
      kept.push(await keepLetter(tx, context, actor, { ask: ask.id, notice, signer }));
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "letter-approved",
      actor,
      customer: ask.customer,
      invoices: drafts.notices.flatMap(({ lines }) => lines.map(({ invoice }) => invoice)),
      subject: "asks",
      subjectId: ask.id,
      data: { documents: kept, total: String(drafts.notices.reduce((sum, { total }) => sum + total, 0n)) },
    });
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}

/** Prints and keeps one letter; gives its document. */
async function keepLetter(
  tx: Db,
  context: Context,
  actor: Actor,
  letter: {
    readonly ask: number;
    readonly notice: FormalNotice;
    readonly signer: { readonly id: number; readonly name: string };
  },
): Promise<number> {
  const { ask, notice, signer } = letter;
  const document = await keepDocument(tx, {
    kind: "formal-notice",
    customer: notice.debtor.code,
    name: letterName(notice),
    type: "application/pdf",
    bytes: await context.print(formalNoticeText(notice, { name: signer.name }), context.now),
    version: FORMAL_NOTICE_VERSION,
    madeAt: context.now,
    madeBy: actor,
  });
  await insertLetter(tx, { ask, document, notice, approvedAt: context.now, approvedBy: signer.id });
  return document;
}

/** The name of a letter's file. */
export function letterName({ debtor, computedOn }: FormalNotice): string {
  return `mise-en-demeure-${debtor.code.replace(/[^\w-]+/g, "-")}-${computedOn}.pdf`;
}

/** The draft of a letter as a PDF, drawn anew each time; null = the ask makes no such letter any more. */
export async function printDraft(
  context: Context,
  askId: number,
  at: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly customer: string } | null> {
  const { db } = context.store;
  const ask = await askById(db, askId);
  const notice = ask === null ? undefined : (await draftsOf(db, context, ask)).notices[at];
  if (ask === null || notice === undefined) return null;
  const bytes = await context.print(formalNoticeText(notice, null), context.now);
  return { name: `projet-${letterName(notice)}`, bytes, customer: ask.customer };
}
