import type { Command } from "#cli/command.ts";
import { optionsOf } from "#cli/options.ts";
import type { Proof } from "#domain/proof.ts";
import { proveEffect, type SellerProof } from "#usecases/reports/prove-effect.ts";

const OPTIONS = { seller: { type: "string" } } as const;
const CAVEAT =
  "Two periods are never quite alike: seasons, orders and the economy count too. A proven difference does not say by itself where it comes from.";

/** `proof`: what changed since go-live, with 95 % intervals; "not-proven" until they exclude 0. */
export const proofCommand: Command = {
  name: "proof",
  usage: "[--seller CODE]",
  does: "what changed since go-live, per seller, and whether that is proven",
  async run(args, env) {
    const context = await env.context();
    const { values } = optionsOf({ args: [...args], options: OPTIONS }, "proof takes --seller CODE.");
    const sellers = await proveEffect(context, values.seller ?? null);
    const lines = sellers.length === 0 ? ["No seller is live: there is nothing to compare."] : sellers.flatMap(linesOf);
    env.answer({ asOf: context.today, confidence: 95, sellers, caveat: CAVEAT }, [...lines, CAVEAT]);
    return 0;
  },
};

function linesOf({ seller, name, wentLiveOn, historyKnown, proofs }: SellerProof): readonly string[] {
  return [
    `${seller} ${name}, live since ${wentLiveOn}`,
    ...proofs.map(lineOf),
    ...(historyKnown ? [] : ["  The files of before go-live hold open invoices only: payments cannot be compared."]),
  ];
}

function lineOf({ figure, currency, before, after, difference, interval, verdict }: Proof): string {
  const label = `${figure}${currency === null ? "" : ` ${currency}`}`.padEnd(18);
  const side = ({ value, cases }: Proof["before"]) => `${value ?? "-"} (${cases})`;
  const range = interval === null ? "" : ` [${interval[0]}, ${interval[1]}]`;
  return `  ${label} before ${side(before)}, since ${side(after)}, difference ${difference ?? "-"}${range}: ${verdict}`;
}
