import { dueToDeclare } from "#domain/credit-insurance.ts";
import type { AskKind } from "#domain/ask.ts";
import { paidToUs } from "#store/factored.ts";
import { insuredSince } from "#store/insured.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/**
 * What factor and credit insurer want to hear of in time: invoices of a notified factor that were paid to us (P10), and
 * defaults that are to be declared within a week (P11). Finance is asked once about each invoice.
 */
export async function watchCeded(context: Context): Promise<void> {
  const { db } = context.store;
  const { insurerDeclareDays } = context.settings;
  await askAbout(context, "paid-to-us", await paidToUs(db));
  if (insurerDeclareDays === null) return;
  const toDeclare = await insuredSince(db, dueToDeclare(context.today, insurerDeclareDays), context.today);
  await askAbout(context, "insurer-declaration", toDeclare);
}

async function askAbout(
  context: Context,
  kind: Extract<AskKind, "paid-to-us" | "insurer-declaration">,
  found: readonly { readonly invoice: number; readonly payer: string }[],
): Promise<void> {
  for (const [customer, of] of Map.groupBy(found, ({ payer }) => payer)) {
    await context.store.db.transaction(async (tx) =>
      openAsk(tx, context, {
        kind,
        customer,
        holder: { role: await staffedRole(tx, "finance") },
        lines: of.map(({ invoice }) => ({ invoice, step: null })),
        openedBy: { is: "system" },
        when: "now",
      }),
    );
  }
}
