import { askById, asksComingBack, setCameBack, setStaysAway, type Holder, type RecordedAsk } from "#store/asks.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { isAnyLive } from "#store/live-sellers.ts";
import { standInOf } from "#store/absences.ts";
import { personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { holderOf } from "#usecases/delivery/tell.ts";
import { linesOf } from "#usecases/asks/withdraw-asks.ts";

/** New cards for the answers that said "not now" and whose day has come: no answer, later, after a visit. */
export async function bringBackAsks(context: Context): Promise<void> {
  for (const answered of await asksComingBack(context.store.db, context.today)) {
    await context.store.db.transaction(async (tx) => {
      const payer = await lockFamily(tx, answered.customer);
      const ask = await askById(tx, answered.id);
      // Undone or brought back while we waited for the lock.
      if (payer === null || ask === null || ask.comesBackOn === null || ask.cameBack) return;
      await bringBack(tx, context, ask, payer);
    });
  }
}

async function bringBack(tx: Db, context: Context, ask: RecordedAsk, payer: string): Promise<void> {
  const family = await paidBy(tx, payer);
  const linesNow = await linesOf(tx, context, family);
  const lines = ask.lines.filter((line) => linesNow.stateOf(line.invoice) === "due");
  if (lines.length === 0) return setStaysAway(tx, ask.id);
  // Where go-live was taken back it waits until the seller is live again.
  const invoices = lines.map((line) => line.invoice);
  if (!(await isAnyLive(tx, invoices, context.today))) return;
  const opened = await openAsk(tx, context, {
    kind: ask.kind,
    customer: ask.customer,
    about: ask.about,
    holder: await sameHolder(tx, ask),
    lines,
    openedBy: { is: "system" },
    reason: ask.comesBackAs,
    why: ask.why,
    postponed: ask.postponed || ask.comesBackAs === "later-again",
    when: "now",
  });
  await setCameBack(tx, ask.id, opened.ask);
  await enqueueRedraws(tx, family, context.now);
}

/** Whoever said "not now", or stands in for them; unless they left or the customer is somebody else's by now. */
async function sameHolder(tx: Db, ask: RecordedAsk): Promise<Holder> {
  if (ask.holderRole !== null) return { role: ask.holderRole };
  const person = ask.holderId === null ? null : await personById(tx, ask.holderId);
  if (person?.active !== true) return holderOf(tx, ask.customer);
  return { person: (await standInOf(tx, person.id)) ?? person.id };
}
