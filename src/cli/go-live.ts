import { parseArgs } from "node:util";

import { wrongUse, type Command } from "#cli/command.ts";
import { goLive, type GoLive } from "#usecases/go-live.ts";

/** `go-live [--seller S] [--undo]`: before it nothing leaves to customers or reps. */
export const goLiveCommand: Command = {
  name: "go-live",
  usage: "[--seller CODE] [--undo]",
  does: "lets reminders leave from today on (all sellers, or one); --undo stops them again",
  async run(args, env) {
    const asked = whatAsked(args);
    const result = await goLive(await env.context(), { is: "system" }, asked);
    if (!result.ok) {
      throw wrongUse(
        result.why === "unknown-seller"
          ? `There is no seller ${asked.seller}: see the codes in sellers.csv.`
          : "There is no seller yet: import invoices first.",
      );
    }
    const { sellers, invoicesEntered } = result;
    const done = asked.undo ? "no longer live" : `live; ${invoicesEntered} overdue invoices entered`;
    env.answer({ sellers, invoicesEntered }, [
      sellers.length === 0
        ? `Nothing to do: already ${asked.undo ? "not live" : "live"}.`
        : `${sellers.join(", ")}: ${done}.`,
    ]);
    return 0;
  },
};

function whatAsked(args: readonly string[]): GoLive {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seller: { type: "string" }, undo: { type: "boolean" } },
      strict: true,
    });
    return { seller: values.seller ?? null, undo: values.undo ?? false };
  } catch {
    throw wrongUse("go-live takes --seller CODE and --undo.");
  }
}
