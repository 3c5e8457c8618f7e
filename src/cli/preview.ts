import { wrongUse, type Command } from "#cli/command.ts";
import { isDay, type Day } from "#domain/calendar.ts";
import { previewDunning, type DunningPreview } from "#usecases/preview-dunning.ts";

/** `preview --on DAY`: who would receive what, who would be asked, and what waits and why. Changes nothing. */
export const previewCommand: Command = {
  name: "preview",
  usage: "[--on DAY]",
  does: "who would receive what on DAY (today by default), and what is held back and why",
  async run(args, env) {
    const context = await env.context();
    const preview = await previewDunning(context, dayAsked(args) ?? context.today);
    env.answer(preview, linesOf(preview));
    return 0;
  },
};

function dayAsked(args: readonly string[]): Day | null {
  if (args.length === 0) return null;
  const [name, value, ...rest] = args.flatMap((arg) => (arg.startsWith("--on=") ? ["--on", arg.slice(5)] : [arg]));
  if (name !== "--on" || value === undefined || rest.length > 0) {
    throw wrongUse("preview takes one option: --on DAY, such as --on 2026-12-04.");
  }
  if (!isDay(value)) throw wrongUse(`${value} is no day: write it as 2026-12-04.`);
  return value;
}

function linesOf(preview: DunningPreview): readonly string[] {
  return [
    `${preview.day}  messages: ${preview.messages.length}, asks: ${preview.asks.length}, held back: ${preview.heldBack.length}`,
    ...preview.messages.map(
      (message) =>
        `message  ${message.customer}  ${message.seller}  ${message.step}  ${message.total} ${message.currency}  ` +
        `invoices: ${message.invoices.length}  to ${message.to.join(", ")}${heldNote(message.held)}`,
    ),
    ...preview.asks.map(
      (ask) =>
        `ask      ${ask.customer}  ${ask.step}  ${ask.holder}  ` +
        `${ask.invoices.map((invoice) => invoice.number).join(", ")}${heldNote(ask.held)}`,
    ),
    ...preview.tasks.map(
      (task) => `task     ${task.customer}  ${task.kind}  ${task.holder}  ${task.invoices.join(", ")}`,
    ),
    ...preview.heldBack.map(
      (held) =>
        `held     ${held.customer}  ${held.invoice}  ${held.reason}${held.until === null ? "" : ` until ${held.until}`}`,
    ),
  ];
}

function heldNote(held: "before-go-live" | undefined): string {
  return held === undefined ? "" : "  (held: before go-live)";
}
