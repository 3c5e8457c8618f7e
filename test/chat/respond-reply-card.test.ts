import { expect } from "vitest";

import type { Action } from "#cards/action.ts";
import type { Card } from "#cards/card.ts";
import { respondToAction } from "#chat/respond-action.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { replies } from "#store/schema/dunning.ts";
import { company, openAsks, promiseStates } from "../support/loop.ts";
import { test } from "../support/world.ts";

test("a promise taken from the menu of a customer's mail deals with the mail", async ({ world }) => {
  const { rep, customer } = await company(world);
  await world.invoice({ customer, due: "2026-10-20" });
  const [mail] = await world.db
    .insert(replies)
    .values({
      receivedAt: world.clock.now(),
      messageId: "<1@garnier.example>",
      customerCode: customer,
      fromEmail: "sonia@garnier.example",
      subject: "Re: votre facture",
      kind: "human",
      newText: "Pouvez-vous me rappeler ?",
    })
    .returning();
  const showing = { show: "reply", reply: mail?.id ?? 0 } as const;
  const drawn = await drawShowing(world.context(), showing, rep);
  const promise = drawn === null ? undefined : firstDayOf(drawn.card);
  if (promise === undefined) throw new Error("The mail's card should offer a day.");

  const asked = {
    context: world.context(),
    person: rep,
    place: "direct",
    opensForms: true,
    standing: showing,
  } as const;
  const reply = await respondToAction(asked, promise);

  expect(reply).toMatchObject({ is: "card", card: { name: "promise" } });
  expect(await promiseStates(world)).toEqual(["live"]);
  expect(await world.db.select().from(replies)).toMatchObject([{ state: "dealt-with", closedBy: rep.id }]);
  expect(await openAsks(world)).toEqual([]);
});

function firstDayOf(card: Card): Action | undefined {
  const controls = card.parts.flatMap((part) => (part.is === "controls" ? part.controls : []));
  const options = controls.flatMap((control) => (control.is === "menu" ? control.options : []));
  return options.find(({ action }) => action.do === "give-promise")?.action;
}
