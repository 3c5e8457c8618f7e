import { forgetTicks } from "#store/job-ticks.ts";
import { forgetLinks } from "#store/one-time-links.ts";
import { forgetRequests } from "#store/seen-requests.ts";
import type { Store } from "#store/store.ts";

/** How long it can matter which replica had a tick. */
const TICKS_KEPT_MS = 7 * 86_400_000;

/** Forgets what only served to do things once: requests that cannot come again, old ticks of jobs, links that are over. Wall time. */
export async function tidy(store: Store, wallNow: Date): Promise<void> {
  await forgetRequests(store.db, wallNow);
  await forgetLinks(store.db);
  await forgetTicks(store.db, new Date(wallNow.getTime() - TICKS_KEPT_MS));
}
