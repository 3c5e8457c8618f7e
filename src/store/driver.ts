import { registerHooks } from "node:module";

/**
 * postgres.js 3.4.9 does not part a transaction from its connection when that dies (porsager/postgres issues 1066, 1154, 1208):
 * its next query is written to a socket that is no more, from a timer where nobody can catch it, which ends the process; or,
 * once the connection is up again, inside somebody else's transaction. These lines make it a rejected query instead. To be
 * deleted, with this file, when a release has the guard.
 */
const MENDED: Readonly<Record<string, readonly (readonly [was: string, is: string])[]>> = {
  "/node_modules/postgres/src/index.js": [
    // What a dead transaction still asks for is refused at once and never reaches the connection.
    [
      "new Promise((_, reject) => connection.onclose = reject)",
      `new Promise((_, reject) => connection.onclose = error => {
          dead = error
          while (queries.length) queries.shift().reject(error)
          reject(error)
        })`,
    ],
    ["let savepoints = 0\n", "let savepoints = 0\n      , dead = null\n"],
    [
      "q.catch(e => uncaughtError || (uncaughtError = e))\n",
      "q.catch(e => uncaughtError || (uncaughtError = e))\n        if (dead) return q.reject(dead)\n",
    ],
  ],
  "/node_modules/postgres/src/connection.js": [
    // Nothing is written without a socket; the query that waits for the next one (initial) is left alone.
    [
      "const x = socket.write(chunk, fn)",
      `if (socket === null) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      const closedError = Errors.connection('CONNECTION_CLOSED', options)
      query && queryError(query, closedError)
      while (sent.length) queryError(sent.shift(), closedError)
      query = null
      return false
    }
    const x = socket.write(chunk, fn)`,
    ],
    // What a closed connection had not written yet must neither be kept nor stop the next one from writing.
    [
      "\n    clearImmediate(nextWriteTimer)\n",
      "\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
    ],
    // A COPY learns that its connection is gone from the error of its stream.
    [
      "socket.write(b().d().raw(chunk).end(), callback)",
      "socket === null ? callback(Errors.connection('CONNECTION_CLOSED', options)) : socket.write(b().d().raw(chunk).end(), callback)",
    ],
    ["socket.write(b().f().str(error + b.N).end())", "socket?.write(b().f().str(error + b.N).end())"],
    ["socket.write(b().c().end())", "socket?.write(b().c().end())"],
  ],
};

const mendedFiles = new Set<string>();

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const file = Object.keys(MENDED).find((end) => url.endsWith(end));
    if (file === undefined || loaded.source === undefined || loaded.source === null) return loaded;
    mendedFiles.add(file);
    return { ...loaded, source: mend(asText(loaded.source), MENDED[file] ?? []) };
  },
});

// Imported only now, so that the hook sees them being loaded.
export const { default: postgres } = await import("postgres");
export const { drizzle } = await import("drizzle-orm/postgres-js");

if (mendedFiles.size < Object.keys(MENDED).length) {
  throw new Error(
    "Import postgres and drizzle from #store/driver.ts, and nowhere else: it was loaded before it was mended.",
  );
}

function mend(source: string, lines: readonly (readonly [was: string, is: string])[]): string {
  return lines.reduce((text, [was, is]) => {
    if (!text.includes(was))
      throw new Error(`postgres.js has changed: see whether src/store/driver.ts is still needed (${was}).`);
    return text.replaceAll(was, is);
  }, source);
}

function asText(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
