import type { Command } from "#cli/command.ts";
import { dayTyped, optionsOf } from "#cli/options.ts";
import { previewDunning, type DunningPreview } from "#usecases/dunning/preview-dunning.ts";

const TAKES = "preview takes one option: --on DAY, such as --on 2026-12-04.";

/** `preview --on DAY`: who would receive what, who would be asked, and what waits and why. Changes nothing. */
export const previewCommand: Command = {
  name: "preview",
  usage: "[--on DAY]",
  does: "who would receive what on DAY (today by default), and what is held back and why",
  async run(args, env) {
    const context = await env.context();
    const { values } = optionsOf({ args: [...args], options: { on: { type: "string" } } }, TAKES);
    const preview = await previewDunning(context, dayTyped(values.on, context.today));
    env.answer(preview, linesOf(preview));
    return 0;
  },
};

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
