import { UNREADABLE } from "#i18n/imports/file-words.ts";

import { fileRefused } from "./file-refused.ts";

/**
 * The text of a UTF-8 file, with or without a byte order mark, in pieces; every end of line is "\n". Throws a FileRefused
 * for any other encoding: guessing one would garble names.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let heldReturn = false;
  for await (const piece of withEnd(bytes)) {
    const decoded = decode(decoder, piece, line);
    // A "\r" at the end of a piece may be half of a "\r\n".
    const text: string = heldReturn ? `\r${decoded}` : decoded;
    heldReturn = piece !== null && text.endsWith("\r");
    const normal = (heldReturn ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
    line += normal.split("\n").length - 1;
    if (normal !== "") yield normal;
  }
}

async function* withEnd(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  yield* bytes;
  yield null;
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array | null, line: number): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    throw fileRefused(UNREADABLE.notUtf8, { line });
  }
}
