import { startCard } from "#cards/start.ts";
import { nextWorkingDay } from "#domain/calendar.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { STEP_NAMES } from "#domain/scenario.ts";
import { sellerNames } from "#store/customer-names.ts";
import type { Drawing, Drawn } from "#usecases/delivery/drawing.ts";
import { previewGoLive } from "#usecases/dunning/go-live.ts";

/** `/demarrage`: how many invoices enter at which level, before finance confirms the go-live. */
export async function drawStart({ context, viewer, words, asOf }: Drawing): Promise<Drawn | null> {
  if (!mayTouch(viewer, THE_COMPANY, "go-live")) return null;
  const { sellers, levels } = await previewGoLive(context, null);
  const names = new Map((await sellerNames(context.store.db)).map(({ code, name }) => [code, name]));
  const view = {
    sellers: sellers.map((code) => names.get(code) ?? code),
    levels: STEP_NAMES.map((step) => ({ step, invoices: levels[step] ?? 0 })).filter(({ invoices }) => invoices > 0),
    day: nextWorkingDay(context.today),
    asOf,
  };
  return { card: startCard(view, words), customers: [] };
}
