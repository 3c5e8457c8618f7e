import { finishRequest, giveBackRequest, takeRequest } from "#store/seen-requests.ts";
import type { Store } from "#store/store.ts";

/**
 * Does the work of a chat's request once per key, whatever is retried or replayed, by whichever replica. "seen" when it was
 * done or is being done; throws what the work throws, after which the request may come again. Wall time.
 */
export async function once<T>(
  store: Store,
  key: string,
  wallNow: () => Date,
  work: () => Promise<T>,
): Promise<T | "seen"> {
  if (!(await takeRequest(store.db, key, wallNow()))) return "seen";
  try {
    const done = await work();
    await finishRequest(store.db, key, wallNow());
    return done;
  } catch (error) {
    await giveBackRequest(store.db, key);
    throw error;
  }
}
