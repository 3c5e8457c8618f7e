import { wrongUse, type Command } from "#cli/command.ts";
import { optionsOf } from "#cli/options.ts";
import { goLive, previewGoLive, type EntryLevels, type GoLive } from "#usecases/dunning/go-live.ts";

const OPTIONS = { seller: { type: "string" }, undo: { type: "boolean" }, "dry-run": { type: "boolean" } } as const;
const TAKES = "go-live takes --seller CODE, --undo and --dry-run.";

/** `go-live [--seller S] [--undo] [--dry-run]`: before it nothing leaves to customers or reps. */
export const goLiveCommand: Command = {
  name: "go-live",
  usage: "[--seller CODE] [--undo] [--dry-run]",
  does: "lets reminders leave from today on (all sellers, or one); --dry-run says at which level invoices would enter; --undo stops them again",
  async run(args, env) {
    const { dryRun, ...asked } = whatAsked(args);
    if (dryRun) {
      const preview = await previewGoLive(await env.context(), asked.seller);
      const would = `${preview.sellers.join(", ")} would go live; ${levelsLine(preview.levels)}`;
      env.answer(preview, [preview.sellers.length === 0 ? "Nothing to do: already live." : would]);
      return 0;
    }
    const result = await goLive(await env.context(), { is: "system" }, asked);
    if (!result.ok) {
      throw wrongUse(
        result.why === "unknown-seller"
          ? `There is no seller ${asked.seller}: see the codes in sellers.csv.`
          : "There is no seller yet: import invoices first.",
      );
    }
    const { sellers, invoicesEntered, levels } = result;
    const done = asked.undo ? "no longer live" : `live; ${levelsLine(levels)}`;
    env.answer({ sellers, invoicesEntered, levels }, [
      sellers.length === 0
        ? `Nothing to do: already ${asked.undo ? "not live" : "live"}.`
        : `${sellers.join(", ")}: ${done}.`,
    ]);
    return 0;
  },
};

function levelsLine(levels: EntryLevels): string {
  const lines = Object.entries(levels).map(([level, invoices]) => `${invoices} at ${level}`);
  return lines.length === 0 ? "no overdue invoice enters" : `overdue invoices enter: ${lines.join(", ")}`;
}

function whatAsked(args: readonly string[]): GoLive & { readonly dryRun: boolean } {
  const { values } = optionsOf({ args: [...args], options: OPTIONS }, TAKES);
  return { seller: values.seller ?? null, undo: values.undo ?? false, dryRun: values["dry-run"] ?? false };
}
