import { wrongUse, type Command } from "#cli/command.ts";
import { runDue } from "#usecases/company/run-due.ts";

/** How long a drain waits for gates, Retry-After and back-off before it leaves the rest to the next run. */
const DRAIN_MS_MAX = 120_000;

/** `run-due`: one pass at `--at` with its deliveries. Exit 1 when something could not be delivered, 2 when refused. */
export const runDueCommand: Command = {
  name: "run-due",
  usage: "",
  does: "does what is due at --at (one pass, missed days are not replayed) and delivers it",
  async run(args, env) {
    if (args.length > 0) throw wrongUse("run-due takes no options but --at.");
    const app = await env.app();
    const ran = await runDue(await env.context());
    if (!ran.ok) {
      throw wrongUse(`The last run was at ${ran.lastRun.toISOString()}: choose a later --at, time does not go back.`);
    }
    const running = await app.serve({ listen: false, jobs: false, paceMs: 0 });
    try {
      const counts = await running.drain(DRAIN_MS_MAX);
      const waiting = env.config.smtpUrl === null ? ran.mailPlanned : 0;
      env.answer({ at: env.at.toISOString(), ...counts, mailWaiting: waiting }, [
        `${counts.sent} sent, ${counts.dropped} no longer needed, ${counts.retried} tried again, ${counts.failed} failed.`,
        ...(waiting > 0 ? [`${waiting} e-mails wait: set SMTP_URL and MAIL_FROM.`] : []),
      ]);
      return counts.failed > 0 || waiting > 0 ? 1 : 0;
    } finally {
      await running.stop();
    }
  },
};
