import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

import { wrongUse, type Command } from "#cli/command.ts";
import { caseFileFor } from "#usecases/case-file.ts";

/** `case-file CUSTOMER --out FILE`: everything about a customer as one archive, for whoever takes the case over (D18). */
export const caseFileCommand: Command = {
  name: "case-file",
  usage: "CUSTOMER --out FILE",
  does: "writes a customer's case file (invoices, events, mails as sent, replies, promises, letters) as a ZIP",
  async run(args, env) {
    const { positionals, values } = parsed(args);
    const [customer, ...more] = positionals;
    if (customer === undefined || more.length > 0 || values.out === undefined) {
      throw wrongUse("case-file takes a customer's code and --out FILE.");
    }
    const file = await caseFileFor(await env.context(), customer);
    if (file === null) throw wrongUse(`No customer has the code ${customer}.`);
    await writeFile(values.out, file.bytes);
    env.answer({ customer, file: values.out, bytes: file.bytes.length }, [
      `Written: ${values.out} (${file.bytes.length} bytes)`,
    ]);
    return 0;
  },
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { out: { type: "string" } } });
  } catch {
    throw wrongUse("case-file takes a customer's code and --out FILE.");
  }
}
