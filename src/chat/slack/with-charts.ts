import type { Card } from "#cards/card.ts";
import { isFault } from "#usecases/fault.ts";
import { renderCard, type RenderedMessage } from "./render.ts";

/**
 * Sends a card with its charts as pictures and, where Slack refuses them, once more with text bars: the chart block is
 * young, and not every workspace or client has it. A refusal left nothing behind, so nothing comes twice.
 */
export async function withCharts<T>(card: Card, send: (message: RenderedMessage) => Promise<T>): Promise<T> {
  try {
    return await send(renderCard(card));
  } catch (error) {
    if (!hasChart(card) || !isFault(error) || !error.message.endsWith(": invalid_blocks")) throw error;
    return await send(renderCard(card, "text"));
  }
}

/** Whether a card holds a chart, which a workspace may refuse. */
export function hasChart({ parts }: Card): boolean {
  return parts.some(({ is }) => is === "chart");
}
