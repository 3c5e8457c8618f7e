import { writeFile } from "node:fs/promises";

import { wrongUse, type Command } from "#cli/command.ts";
import { optionsOf } from "#cli/options.ts";
import { caseFileFor } from "#usecases/letters/case-file.ts";

const OPTIONS = { out: { type: "string" } } as const;
const TAKES = "case-file takes a customer's code and --out FILE.";

/** `case-file CUSTOMER --out FILE`: everything about a customer as one archive, for whoever takes the case over (D18). */
export const caseFileCommand: Command = {
  name: "case-file",
  usage: "CUSTOMER --out FILE",
  does: "writes a customer's case file (invoices, events, mails as sent, replies, promises, letters) as a ZIP",
  async run(args, env) {
    const { positionals, values } = optionsOf({ args: [...args], options: OPTIONS, allowPositionals: true }, TAKES);
    const [customer, ...more] = positionals;
    if (customer === undefined || more.length > 0 || values.out === undefined) {
      throw wrongUse(TAKES);
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
