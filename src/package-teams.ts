import { readFile, writeFile } from "node:fs/promises";

import { packageTeams } from "#chat/teams/package.ts";
import { loadTeamsPackaging } from "#config.ts";

/** `npm run package:teams [-- FILE]`: writes the app package that an administrator uploads to Teams. */
const FILE = "relais-teams.zip";

try {
  const file = process.argv[2] ?? FILE;
  const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  await writeFile(file, await packageTeams({ ...loadTeamsPackaging(process.env), version }));
  process.stdout.write(`${file} is ready: upload it in the Teams admin centre, under Manage apps.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
