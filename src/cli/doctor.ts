import { wrongUse, type Command } from "#cli/command.ts";
import { mailboxName } from "#config.ts";
import { checkHealth } from "#usecases/company/check-health.ts";

/** `doctor`: everything an operator may have to mend, each with what to do. Exit 1 when something is not well. */
export const doctor: Command = {
  name: "doctor",
  usage: "",
  does: "looks at the database, feeds, sends, people, and says what to mend",
  async run(args, env) {
    if (args.length > 0) throw wrongUse("doctor takes no options.");
    const { config } = env;
    const findings = await checkHealth(await env.context(), {
      mail: config.smtpUrl !== null,
      slack: config.slack !== null,
      teams: config.teams !== null,
      apiKey: config.apiKey !== null,
      inboundEmail: config.inboundEmailSecret !== null,
      mailbox: config.inboundImap === null ? null : mailboxName(config.inboundImap),
    });
    env.answer(
      findings,
      findings.map((finding) => `${finding.well ? "ok  " : "look"}  ${finding.about}: ${finding.says}`),
    );
    return findings.every((finding) => finding.well) ? 0 : 1;
  },
};
