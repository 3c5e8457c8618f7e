import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { COLLEAGUES, COMPANY_NAME, HEROINE, type Colleague } from "./company/people.ts";
import type { TeamsIds } from "./tenant.ts";

/** Pinned: a pre-release, fetched when it is asked for and no dependency of ours. */
const PLAYGROUND = "@microsoft/m365agentsplayground@0.2.28";
const PLAYGROUND_PORT = 56_150;
/** It knows five users beside the one who writes, no fewer. */
const OTHERS = 5;

/** What the Playground's company and bot are called. */
export const PLAYGROUND_IDS: TeamsIds = {
  appId: "00000000-0000-4000-8000-000000000011",
  tenantId: "00000000-0000-4000-8000-000000000001",
};

/** Who writes in it: the heroine, or a colleague whose key was given. Throws for a key that is nobody's. */
export function readerNamed(key: string = HEROINE): Colleague {
  const found = COLLEAGUES.find((one) => one.key === key);
  if (found !== undefined) return found;
  throw new Error(`Nobody is called "${key}"; there are ${COLLEAGUES.map((one) => one.key).join(", ")}.`);
}

/** A running Playground. */
export interface Playground {
  stop(): void;
}

/** Starts Microsoft's Agents Playground against a bot, and says what it is. */
export async function startPlayground(env: NodeJS.ProcessEnv, botUrl: string, reader: Colleague): Promise<Playground> {
  process.stdout.write(
    `Fetching ${PLAYGROUND}, which comes under Microsoft's pre-release licence (for evaluation; see its LICENSE).\n` +
      `The Teams of ${reader.name} will be at http://localhost:${PLAYGROUND_PORT}: write "encours" there.\n`,
  );
  const folder = join(env["RELAIS_DATA_DIR"] || ".relais", "playground");
  await mkdir(folder, { recursive: true });
  // JSON is YAML too.
  await writeFile(join(folder, ".m365agentsplayground.yml"), JSON.stringify(playgroundSettings(reader), null, 2));
  const start = ["agentsplayground", "start", "-e", botUrl, "-c", "msteams", "-p", String(PLAYGROUND_PORT)];
  const hasGroups = process.platform !== "win32";
  const child = spawn("npm", ["exec", "--yes", `--package=${PLAYGROUND}`, "--", ...start, "--disable-telemetry"], {
    cwd: folder,
    stdio: "inherit",
    shell: !hasGroups,
    detached: hasGroups,
  });
  child.once("error", (error) => process.stderr.write(`The Playground could not be started: ${error.message}\n`));
  return { stop: () => end(child.pid, hasGroups) };
}

/** npm does not end what it started: the whole group is ended. */
function end(pid: number | undefined, hasGroups: boolean): void {
  if (pid === undefined) return;
  try {
    process.kill(hasGroups ? -pid : pid, "SIGTERM");
  } catch {
    // It has ended by itself.
  }
}

/** The company as the Playground's file of settings says it. */
export function playgroundSettings(reader: Colleague) {
  const others = COLLEAGUES.filter((one) => one !== reader).slice(0, OTHERS);
  const [first, ...rest] = [reader, ...others].map(userOf);
  return {
    version: "0.1.1",
    tenantId: PLAYGROUND_IDS.tenantId,
    bot: { id: PLAYGROUND_IDS.appId, name: "Relais" },
    currentUser: first,
    users: rest,
    personalChat: { id: "personal-chat" },
    groupChat: { id: "group-chat", name: COMPANY_NAME },
    team: {
      id: "team",
      name: COMPANY_NAME,
      aadGroupId: "00000000-0000-4000-8000-000000000031",
      channels: [{ id: "channel-general", name: "Annonces" }],
    },
  };
}

function userOf({ key, name, email }: Colleague, index: number) {
  const [givenName = "", ...surname] = name.split(" ");
  return {
    id: `29:${key}`,
    name,
    // The Playground's own spelling.
    userPrincipleName: email,
    aadObjectId: `00000000-0000-4000-8000-00000000002${index}`,
    givenName,
    surname: surname.join(" "),
    email,
  };
}
