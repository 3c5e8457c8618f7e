import { wrongUse, type Command } from "#cli/command.ts";

/** `migrate`: opening the database brings it up to date, here as everywhere else. */
export const migrateCommand: Command = {
  name: "migrate",
  usage: "",
  does: "brings the database up to the newest schema",
  async run(args, env) {
    if (args.length > 0) throw wrongUse("migrate takes no options.");
    await env.app();
    env.answer({ migrated: true }, ["The database is up to date."]);
    return 0;
  },
};
