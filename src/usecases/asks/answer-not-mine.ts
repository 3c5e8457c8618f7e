import type { Actor } from "#domain/event.ts";
import type { Holder } from "#store/asks.ts";
import { ownershipOfCustomer, ownershipOfPerson, peopleByIds } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import { answerAsk, type TakenAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/** "Not my customer": the manager, or finance where there is none, says whose it is. */
export async function answerNotMine(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    const holder = await whoAssigns(tx, ask);
    return done({
      ending: { outcome: "not-mine" },
      async apply(event) {
        await openAsk(tx, context, {
          kind: "assign-owner",
          customer: ask.customer,
          holder,
          lines: ask.lines,
          openedBy: actor,
          reason: ask.reason,
          when: "after-undo",
          causedBy: event,
        });
      },
    });
  });
}

/** The nearest active manager above whoever held the card. */
async function whoAssigns(tx: Db, ask: TakenAsk): Promise<Holder> {
  const owner =
    ask.holderId === null ? await ownershipOfCustomer(tx, ask.customer) : await ownershipOfPerson(tx, ask.holderId);
  const above = await peopleByIds(tx, owner?.managersAbove ?? []);
  const nearest = owner?.managersAbove.find((id) => above.some((person) => person.id === id && person.active));
  return nearest === undefined ? { role: await staffedRole(tx, "finance") } : { person: nearest };
}
