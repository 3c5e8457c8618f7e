import type { Context } from "#usecases/context.ts";
import { lookAtHealth } from "#usecases/company/check-health.ts";

/** What Prometheus reads: counts only, never a customer's figure. */
export async function metricsText(context: Context): Promise<string> {
  const health = await lookAtHealth(context);
  return [
    ...gauge("relais_outbox_rows", "Rows of the outbox by state.", "state", health.outbox),
    ...gauge("relais_open_asks", "Open asks by kind.", "kind", health.openAsks),
    ...gauge("relais_customers_unowned", "Customers without a rep.", null, { "": health.unownedCustomers }),
    ...gauge("relais_reminders_unknown", "Reminders whose sending is in doubt.", null, { "": health.unknownReminders }),
    ...gauge("relais_replies_waiting", "Customers' answers not yet dealt with.", null, { "": health.waitingReplies }),
    "",
  ].join("\n");
}

function gauge(
  name: string,
  help: string,
  label: string | null,
  values: Readonly<Record<string, number>>,
): readonly string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...Object.entries(values).map(([key, value]) =>
      label === null ? `${name} ${value}` : `${name}{${label}="${key}"} ${value}`,
    ),
  ];
}
