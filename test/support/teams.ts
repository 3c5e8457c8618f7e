import { onTestFinished, vi } from "vitest";

import { createTeams, type Teams } from "#chat/teams/app.ts";
import type { LocalTeams } from "#config.ts";
import { createServerApp, listen } from "#http/server.ts";
import { createLog } from "#log.ts";
import { createTeamsLookalike, type TeamsLookalike } from "#simulator/teams/lookalike.ts";
import type { Person as Member } from "#simulator/teams/state.ts";
import type { World } from "./world-given.ts";

export const APP = "11111111-2222-3333-4444-555555555555";
export const TENANT = "99999999-8888-7777-6666-555555555555";
export const CLAIRE = "29:claire";

/** Relais with its real Teams adapter, beside a look-alike that signs what it sends. */
export interface Connected {
  readonly tenant: TeamsLookalike;
  readonly teams: Teams;
  readonly requestUrl: string;
  /** Every error and warning logged. */
  readonly logged: readonly string[];
  /** Adds a person of the tenant. */
  member(given: Partial<Member> & Pick<Member, "id" | "email">): void;
}

/** Everything is closed when the test ends. */
export async function connectTeams(world: World, local: Partial<LocalTeams> = {}): Promise<Connected> {
  const tenant = createTeamsLookalike({ appId: APP, tenantId: TENANT, people: [] });
  await tenant.listen();
  const { log, logged } = rememberingLog();
  const teams = await createTeams(
    {
      appId: APP,
      appPassword: "a-secret-of-the-tests",
      tenantId: TENANT,
      local: { openIdUrl: tenant.openIdUrl(), opensDialogs: true, ...local },
    },
    { contextNow: async () => world.context(), log, wallNow: () => new Date() },
  );
  const server = await listen(
    createServerApp({ log, ready: async () => true, metrics: async () => "", routes: [teams.routes] }),
    0,
  );
  const requestUrl = `http://127.0.0.1:${server.port}/api/messages`;
  tenant.setRequestUrl(requestUrl);
  onTestFinished(async () => {
    // Together, so that a call left hanging on purpose ends with the tenant.
    await Promise.all([teams.stop(), tenant.close(), server.stop()]);
  });
  return {
    tenant,
    teams,
    requestUrl,
    logged,
    member: (given) => tenant.setPerson({ aadObjectId: `aad-${given.id}`, name: given.id, ...given }),
  };
}

/** What follows an answer comes a moment later. */
export async function soon(expectation: () => void): Promise<void> {
  await vi.waitFor(expectation, { timeout: 30_000, interval: 10 });
}

function rememberingLog() {
  const logged: string[] = [];
  const log = createLog("silent");
  const keep = (...line: readonly unknown[]) => void logged.push(line.map(inWords).join(" "));
  return { log: Object.assign(log, { error: keep, warn: keep }) as typeof log, logged };
}

function inWords(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part);
  const { err, ...rest } = part as { readonly err?: unknown };
  return `${err instanceof Error ? err.stack : ""} ${JSON.stringify(rest)}`;
}
