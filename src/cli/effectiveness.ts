import { wrongUse, type Command } from "#cli/command.ts";
import { PAID_WITHIN_DAYS, SENDS_MIN, type StepEffect } from "#domain/effectiveness.ts";
import { stepEffects } from "#usecases/dunning/step-effects.ts";

/** `effectiveness`: what each step and wording is worth. */
export const effectivenessCommand: Command = {
  name: "effectiveness",
  usage: "",
  does: `per step and wording: sent, paid within ${PAID_WITHIN_DAYS} days, badly received; no share under ${SENDS_MIN} sends`,
  async run(args, env) {
    if (args.length > 0) throw wrongUse("effectiveness takes nothing.");
    const effects = await stepEffects(await env.context());
    env.answer(effects, effects.length === 0 ? ["No reminder has left yet."] : effects.map(lineOf));
    return 0;
  },
};

function lineOf({ step, language, template, sent, judged, paid, paidShare, flagged }: StepEffect): string {
  const wording = template === null ? "shipped" : `${template.name} v${template.version}`;
  const share = paidShare === null ? "not enough sends" : `${paid} of ${judged} paid (${paidShare} %)`;
  return `${step} ${language} ${wording}: ${sent} sent, ${share}, ${flagged} badly received`;
}
