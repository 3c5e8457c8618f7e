import { zipSync } from "fflate";

/** A file of an archive; folders stand in its path. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** ZIP keeps years from 1980 on. */
const MTIME_MIN = new Date("1980-01-02T00:00:00Z");

/** Packs files as a ZIP, all dated alike: the same files at the same instant give the same bytes. */
export function packFiles(files: readonly PackedFile[], at: Date): Uint8Array {
  const mtime = at > MTIME_MIN ? at : MTIME_MIN;
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime });
}
