import { absentOn } from "#domain/absence.ts";
import type { Actor } from "#domain/event.ts";
import { absencesSince } from "#store/absences.ts";
import { lastEventAbout } from "#store/events.ts";
import { personById } from "#store/people.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import { assignOwner } from "#usecases/asks/assign-owner.ts";
import type { Context } from "#usecases/context.ts";
import { passAsk } from "#usecases/asks/pass-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";

/**
 * A manager or finance gives an ask to somebody else; the clock on people starts anew. On "whose customer is this?" the
 * person named becomes the owner.
 */
export async function reassignAsk(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly person: number },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, input.ask);
    if (!taken.ok) return taken;
    const ask = taken.value;
    const person = await personById(tx, input.person);
    if (person?.active !== true) return refused({ why: "gone" });
    if (ask.kind === "assign-owner") return done(await assignOwner(tx, context, actor, ask, person));
    const refusal = await refuseAct(tx, actor, ask.customer, "reassign");
    if (refusal !== null) return refused(refusal);
    if (ask.holderId === person.id) {
      return alreadyDone(tx, await lastEventAbout(tx, "asks", ask.id, ["ask-reassigned", "ask-opened"]), context.now);
    }
    const absences = await absencesSince(tx, [person.id], context.today);
    if (absentOn(absences, context.today) !== null) return refused({ why: "colleague-away", name: person.name });
    const to = { person: person.id };
    const event = await passAsk(tx, context, ask, { to, by: actor, because: "given", isShown: true });
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}
