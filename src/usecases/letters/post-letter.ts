import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { askById, closeAsk } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { letterById, lettersOfAsk, markPosted, markReceived, type RecordedLetter } from "#store/letters.ts";
import { enqueue, enqueueRedraws, gateOf } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import { afterUndo } from "#domain/undo.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

const NUMBER_LENGTH_MAX = 40;

/** An approved letter left: its registered number and day. Only now is the step done; the last letter closes the ask. */
export async function postLetter(
  context: Context,
  actor: Actor,
  input: { readonly letter: number; readonly number: string; readonly postedOn: Day; readonly copy: boolean },
): Promise<Result<Answered>> {
  return onLetter(context, actor, input.letter, async (tx, letter, customer) => {
    const number = input.number.replace(/\s+/g, " ").trim().slice(0, NUMBER_LENGTH_MAX);
    if (number === "") return refused({ why: "number-missing" });
    if (letter.postedOn !== null) return refused({ why: "gone" });
    if (input.postedOn > context.today) return refused({ why: "date-too-far", latest: context.today });
    if (input.postedOn < letter.computedOn) return refused({ why: "date-in-past", day: input.postedOn });
    await markPosted(tx, letter.id, number, input.postedOn);
    const event = await note(tx, context, actor, { letter, customer }, "letter-posted", {
      number,
      day: input.postedOn,
    });
    const rest = (await lettersOfAsk(tx, letter.ask)).filter(({ postedOn }) => postedOn === null);
    const ask = await askById(tx, letter.ask);
    if (rest.length === 0 && ask?.state === "open")
      await closeAsk(tx, letter.ask, { outcome: "done" }, context.now, event);
    if (input.copy) await sendCopy(tx, context, letter.id);
    return done(event);
  });
}

/** The acknowledgement of receipt came back. */
export async function receiveLetter(
  context: Context,
  actor: Actor,
  input: { readonly letter: number; readonly receivedOn: Day },
): Promise<Result<Answered>> {
  return onLetter(context, actor, input.letter, async (tx, letter, customer) => {
    if (letter.postedOn === null) return refused({ why: "gone" });
    if (input.receivedOn > context.today) return refused({ why: "date-too-far", latest: context.today });
    if (input.receivedOn < letter.postedOn) return refused({ why: "before-posting", postedOn: letter.postedOn });
    await markReceived(tx, letter.id, input.receivedOn);
    return done(
      await note(tx, context, actor, { letter, customer }, "letter-received", {
        number: letter.registeredNumber,
        day: input.receivedOn,
      }),
    );
  });
}

/** The letter, locked with its customer, for somebody who may approve letters; a paid invoice is no reason not to note it. */
async function onLetter(
  context: Context,
  actor: Actor,
  id: number,
  act: (tx: Db, letter: RecordedLetter, customer: string) => Promise<Result<number>>,
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const known = await letterById(tx, id);
    const ask = known === null ? null : await askById(tx, known.ask);
    const payer = ask === null ? null : await lockFamily(tx, ask.customer);
    // Read again: it may have been posted or taken back while we waited for the lock.
    const letter = await letterById(tx, id);
    if (letter === null || ask === null || payer === null) return refused({ why: "gone" });
    const refusal = await refuseAct(tx, actor, ask.customer, "approve-letter");
    if (refusal !== null) return refused(refusal);
    const acted = await act(tx, letter, ask.customer);
    if (!acted.ok) return acted;
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event: acted.value });
  });
}

async function note(
  tx: Db,
  context: Context,
  actor: Actor,
  about: { readonly letter: RecordedLetter; readonly customer: string },
  kind: "letter-posted" | "letter-received",
  data: Readonly<Record<string, unknown>>,
): Promise<number> {
  return appendEvent(tx, {
    at: context.now,
    kind,
    actor,
    customer: about.customer,
    invoices: about.letter.lines.map(({ invoice }) => invoice),
    subject: "asks",
    subjectId: about.letter.ask,
    data: { ...data, letter: about.letter.id, documents: [about.letter.document] },
  });
}

/** The copy by e-mail is a mail like others: through the outbox, once. */
async function sendCopy(tx: Db, context: Context, letter: number): Promise<void> {
  await enqueue(
    tx,
    [
      {
        key: `letter-copy:${letter}`,
        showing: { show: "letter-copy", letter },
        personId: null,
        gate: gateOf.mail,
        notBefore: afterUndo(context.now),
      },
    ],
    context.now,
  );
}
