import { registerHooks } from "node:module";

const DRIVER_CONNECTION = /\/node_modules\/postgres\/src\/connection\.js$/;

/**
 * postgres.js 3.4.9 ends the whole process when a connection dies in the middle of a transaction: it writes to a socket that
 * is no more, from a timer where nobody can catch it (porsager/postgres issues 1066, 1154, 1208). These lines make it a
 * rejected query instead. To be deleted, with this file, when a release has the guard.
 */
const MENDED: readonly (readonly [was: string, is: string])[] = [
  [
    "const x = socket.write(chunk, fn)",
    `if (socket === null) {
      clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options))
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
];

let mendedFiles = 0;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!DRIVER_CONNECTION.test(url) || loaded.source === undefined || loaded.source === null) return loaded;
    mendedFiles += 1;
    return { ...loaded, source: mend(asText(loaded.source)) };
  },
});

// Imported only now, so that the hook sees them being loaded.
export const { default: postgres } = await import("postgres");
export const { drizzle } = await import("drizzle-orm/postgres-js");

if (mendedFiles === 0) {
  throw new Error(
    "Import postgres and drizzle from #store/driver.ts, and nowhere else: it was loaded before it was mended.",
  );
}

function mend(source: string): string {
  return MENDED.reduce((text, [was, is]) => {
    if (!text.includes(was))
      throw new Error(`postgres.js has changed: see whether src/store/driver.ts is still needed (${was}).`);
    return text.replaceAll(was, is);
  }, source);
}

function asText(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
