/** A file that cannot be read at all: nothing of it is imported. The message is one sentence that says what to do. */
export interface FileRefused extends Error {
  readonly name: "FileRefused";
  /** The physical line, the header being 1. */
  readonly line: number;
  /** The column it is about; empty when it is about the whole file. */
  readonly field: string;
}

/** To be thrown; the line is 1 and the column none unless said. */
export function fileRefused(sentence: string, where: { readonly line?: number; readonly field?: string } = {}) {
  const { line = 1, field = "" } = where;
  return Object.assign(new Error(sentence), { name: "FileRefused" as const, line, field }) satisfies FileRefused;
}

/** Whether the file is what is wrong, not the program. */
export function isFileRefused(error: unknown): error is FileRefused {
  return error instanceof Error && error.name === "FileRefused";
}
