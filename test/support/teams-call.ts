import type { LocalTeams } from "#config.ts";
import type { Seen } from "#simulator/teams/read.ts";
import { drain } from "#usecases/delivery/deliver.ts";
import { callCard, company } from "./loop.ts";
import { CLAIRE, connectTeams, type Connected } from "./teams.ts";
import type { World } from "./world-given.ts";

export const FRIDAY = "2026-11-27";
/** As the menu of a call card says it. */
export const ON_FRIDAY = "Vendredi 27 novembre";

/** Claire has the app and one call card in it, about 12 400 € of Garnier's, 30 days late. */
export async function openCall(world: World, local: Partial<LocalTeams> = {}) {
  const { rep, customer } = await company(world);
  const invoice = await world.invoice({ customer, due: "2026-10-25", amount: "12400.00" });
  const teams = await connectTeams(world, local);
  teams.member({ id: CLAIRE, email: rep.email });
  await teams.tenant.acts.install(CLAIRE);
  const ask = await callCard(world, rep, [invoice]);
  await deliver(world, teams);
  const card = teams.tenant.read.byBot(CLAIRE).find((message) => message.shownText.includes("coup de fil à Garnier"));
  if (card === undefined) throw new Error("The call card was not posted.");
  return { teams, tenant: teams.tenant, rep, customer, ask, card, invoice };
}

export async function deliver(world: World, { teams }: Connected): Promise<void> {
  await drain(
    {
      context: async () => world.context(),
      chats: [teams.chat],
      mailer: null,
      wallNow: () => new Date(),
      paceMs: 0,
      onBug: (error: unknown) => {
        throw error;
      },
    },
    new Date(),
  );
}

/** What Claire reads on a message now. */
export function shown({ tenant }: Connected, message: Seen): string {
  return tenant.read.message(CLAIRE, message.id)?.shownText ?? "";
}
