import { bytesOf } from "#chat/file-bytes.ts";
import { fault } from "#usecases/fault.ts";
import type { SentFile } from "#usecases/ports.ts";

const FETCH_MS_MAX = 5_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** Where Teams keeps files that were sent in a chat, also in Microsoft's clouds of their own. */
const SHAREPOINT = /\.(sharepoint\.com|sharepoint\.us|sharepoint-mil\.us|sharepoint\.cn)$/;

/** A file that somebody sent: the address holds its own right to read, so no token goes along. */
export async function fetchFile(file: SentFile, bytesMax: number, isLocal: boolean): Promise<Uint8Array> {
  const { protocol, hostname } = new URL(file.url);
  const isTheirs = isLocal ? LOOPBACK.has(hostname) : protocol === "https:" && SHAREPOINT.test(hostname);
  if (!isTheirs) throw fault("A file was to be fetched from elsewhere than Teams.", { gone: true });
  try {
    const response = await fetch(file.url, { redirect: "error", signal: AbortSignal.timeout(FETCH_MS_MAX) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return await bytesOf(response, bytesMax);
  } catch (error) {
    throw fault(`A file could not be fetched from Teams: ${error instanceof Error ? error.message : String(error)}`);
  }
}
