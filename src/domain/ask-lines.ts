import type { Withdrawal } from "#domain/ask.ts";

/** What an invoice still asks of the person: "due" = something is left to call about. */
export type LineState = "due" | Exclude<Withdrawal, "reassigned">;

/** An open invoice's amounts, or null once it is settled. `suspended` = promised money for which dunning waits. */
export interface LineAmounts {
  readonly residual: bigint;
  readonly disputed: bigint;
  readonly suspended: bigint;
}

/** A euro counts once: paid, else disputed, else promised, else held. */
export function lineState(amounts: LineAmounts | null, held: boolean): LineState {
  if (amounts === null || amounts.residual <= 0n) return "paid";
  const left = amounts.residual - amounts.disputed;
  if (left <= 0n) return "disputed";
  if (left - amounts.suspended <= 0n) return "promised";
  return held ? "stopped" : "due";
}

/** Said first when the lines of one ask closed for several reasons: what the person most wants to hear. */
const BY_INTEREST: readonly Exclude<LineState, "due">[] = ["promised", "disputed", "stopped", "paid"];

/**
 * Why an ask is withdrawn: all its lines are paid, promised, disputed or held; null while one of them is due. An ask
 * without lines stands on its own.
 */
export function whyWithdraw(lines: readonly LineState[]): Withdrawal | null {
  if (lines.length === 0 || lines.includes("due")) return null;
  return BY_INTEREST.find((state) => lines.includes(state)) ?? null;
}
