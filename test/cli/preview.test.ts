import { describe, expect } from "vitest";

import { goLiveCommand } from "#cli/go-live.ts";
import type { CliEnv } from "#cli/command.ts";
import { previewCommand } from "#cli/preview.ts";
import { aCustomer } from "../support/dunning.ts";
import type { World } from "../support/world-given.ts";
import { test } from "../support/world.ts";

/** The command line's environment, keeping the answer instead of printing it. */
function envOf(world: World) {
  const answers: { readonly value: unknown; readonly lines: readonly string[] }[] = [];
  const env = {
    at: world.clock.now(),
    json: true,
    context: async () => world.context(),
    answer: (value: unknown, lines: readonly string[]) => void answers.push({ value, lines }),
    say: () => undefined,
  } as unknown as CliEnv;
  return { env, answers };
}

describe("preview", () => {
  test("tells the day asked, as JSON and in lines", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, number: "F1", due: "2026-11-10" });
    await world.invoice({ customer, number: "F2", due: "2026-11-10", means: "direct_debit" });
    const { env, answers } = envOf(world);
    expect(await previewCommand.run(["--on", "2026-11-25"], env)).toBe(0);
    expect(await previewCommand.run(["--on=2026-11-25"], env)).toBe(0);
    expect(answers[0]?.value).toMatchObject({ day: "2026-11-25", messages: [{ customer, step: "second" }] });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.lines).toEqual([
      "2026-11-25  messages: 1, asks: 0, held back: 1",
      "message  GARNIER  default  second  1200.00 EUR  invoices: 1  to sonia@garnier.example",
      "held     GARNIER  F2  direct-debit",
    ]);
  });

  test.for([[["--on"]], [["--on", "2026-02-30"]], [["--day", "2026-11-25"]], [["--on", "2026-11-25", "more"]]])(
    "%j is refused with a sentence",
    async ([args], { world }) => {
      await expect(previewCommand.run(args ?? [], envOf(world).env)).rejects.toMatchObject({ name: "WrongUse" });
    },
  );
});

describe("go-live", () => {
  test("of one seller, then nothing to do, then back", async ({ world }) => {
    await world.seller({ code: "A" });
    await world.seller({ code: "B" });
    const { env, answers } = envOf(world);
    expect(await goLiveCommand.run(["--seller", "A"], env)).toBe(0);
    expect(await goLiveCommand.run(["--seller", "A"], env)).toBe(0);
    expect(await goLiveCommand.run([], env)).toBe(0);
    expect(await goLiveCommand.run(["--undo"], env)).toBe(0);
    expect(answers.map((answer) => (answer.value as { sellers: unknown }).sellers)).toEqual([
      ["A"],
      [],
      ["B"],
      ["A", "B"],
    ]);
    await expect(goLiveCommand.run(["--seller", "C"], env)).rejects.toThrow("There is no seller C");
    await expect(goLiveCommand.run(["--all"], env)).rejects.toMatchObject({ name: "WrongUse" });
  });
});
