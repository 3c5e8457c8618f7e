import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";

import { UNREADABLE } from "#i18n/imports/file-words.ts";

import { decodeUtf8 } from "./csv-text.ts";
import { fileRefused } from "./file-refused.ts";

/** One record of a file: `line` is the physical line it starts on, the header being line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile {
  /** The names of the columns, trimmed, in lower case. */
  readonly header: readonly string[];
  /** To be read once; empty lines are left out. May throw a FileRefused on the way. */
  readonly records: AsyncIterable<CsvRecord>;
}

export const ROWS_MAX = 1_000_000;
const LINE_LENGTH_MAX = 100_000;
/** In bytes, of a record whose quoted fields hold several lines. */
const RECORD_LENGTH_MAX = 400_000;
const HEADER_LENGTH_MAX = 20_000;
const COLUMNS_MAX = 200;

/**
 * Reads a CSV file as it streams by: UTF-8, comma or semicolon as the header has it, quotes as in RFC 4180. Throws a
 * FileRefused for an empty file, another encoding or delimiter, a quote that is never closed, too long a line, or more
 * than ROWS_MAX rows.
 */
export async function readCsv(bytes: AsyncIterable<Uint8Array>): Promise<CsvFile> {
  const text = decodeUtf8(bytes)[Symbol.asyncIterator]();
  const start = await readHeader(text);
  const delimiter = delimiterOf(start.header);
  const records = readRecords(rejoin(start.text, text), delimiter);
  const first = await records.next();
  const header = first.done === true ? [] : first.value.cells.map((name) => name.trim().toLowerCase());
  if (header.length > COLUMNS_MAX) throw fileRefused(UNREADABLE.tooManyColumns(COLUMNS_MAX));
  return { header, records };
}

/** Reads until the first line is whole; `text` is all that was read on the way. */
async function readHeader(pieces: AsyncIterator<string>) {
  let text = "";
  while (!text.trimStart().includes("\n")) {
    const piece = await pieces.next();
    if (piece.done === true) break;
    text += piece.value;
    if (text.length > HEADER_LENGTH_MAX && !text.slice(0, HEADER_LENGTH_MAX).includes("\n")) {
      throw fileRefused(UNREADABLE.notCsv);
    }
  }
  const header = text.trimStart().split("\n", 1)[0] ?? "";
  if (header.trim() === "") throw fileRefused(UNREADABLE.empty);
  return { header, text };
}

/** No canonical name of a column holds any of them, so the more frequent one is the delimiter. */
function delimiterOf(header: string): "," | ";" {
  if (/[\t|]/.test(header) && !/[,;]/.test(header)) {
    throw fileRefused(UNREADABLE.delimiter);
  }
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

async function* rejoin(start: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield start;
  for (let piece = await rest.next(); piece.done !== true; piece = await rest.next()) yield piece.value;
}

async function* readRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  let lastLine = 0;
  let rows = 0;
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LENGTH_MAX,
    // The parser hands on texts only, so the line goes along in front.
    on_record: (cells: string[], { lines }) => {
      lastLine = lines;
      return [String(lines - newlinesIn(cells)), ...cells];
    },
  });
  const source = Readable.from(refuseLongLines(text));
  source.once("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const [line, ...cells] of parser as AsyncIterable<string[]>) {
      // Spreadsheets leave lines that hold delimiters only.
      if (cells.every((cell) => cell.trim() === "")) continue;
      rows += 1;
      if (rows > ROWS_MAX + 1) throw fileRefused(UNREADABLE.tooManyRows(ROWS_MAX));
      yield { line: Number(line), cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? asRefusal(error, lastLine + 1) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

async function* refuseLongLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let line = 1;
  let length = 0;
  for await (const piece of text) {
    for (const [index, part] of piece.split("\n").entries()) {
      if (index > 0) {
        line += 1;
        length = 0;
      }
      length += part.length;
      if (length > LINE_LENGTH_MAX) {
        throw fileRefused(UNREADABLE.lineTooLong(line, LINE_LENGTH_MAX), { line });
      }
    }
    yield piece;
  }
}

function newlinesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}

function asRefusal(error: CsvError, line: number) {
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return fileRefused(UNREADABLE.quoteOpen(line), {
      line,
    });
  }
  return fileRefused(UNREADABLE.line(line, error.message), { line });
}
