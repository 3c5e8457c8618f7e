/** Whatever is not a value: how it follows its value in "“x” is not ...". */
export const EXPECTED = {
  percent: "a rate in percent such as 12.15",
  webAddress: "a web address such as https://...",
  email: "an e-mail address",
  day: "a day such as 2026-12-04",
  yesOrNo: "true or false",
  currency: "a currency of ISO 4217 such as EUR",
  timeZone: "a time zone such as Europe/Paris",
  positive: "above zero",
  notNegative: "zero or above",
  notZero: "other than zero",
  decimal: "an amount such as 1234.56",
  oneOf: (list: readonly string[]) => `one of ${list.join(", ")}`,
  atMost: (amount: string) => `at most ${amount}, the largest amount that is taken`,
  /** `currency` null = a currency that is not known. */
  amount: (currency: string | null, example: string) => `an amount of ${currency ?? "money"} such as ${example}`,
};

/** Why a cell or a row cannot be read, and what people should know of a file that could: in English, as the command line is. */
export const READING = {
  isNot: (value: string, expected: string) => `“${value}” is not ${expected}.`,
  instead: (value: string, known: readonly string[], instead: string) =>
    `“${value}” is not one of ${known.join(", ")}, “${instead}” was taken`,
  tooLong: (lengthMax: number) => `It is longer than ${lengthMax} characters.`,
  controlCharacter: "It holds a control character.",
  empty: (field: string) => `${field} is empty.`,
  fieldsDiffer: (fields: number, header: number) => `The row has ${fields} fields where the header has ${header}.`,
  columnsIgnored: (columns: readonly string[]) => `Columns that are not known were left out: ${columns.join(", ")}.`,
  replaced: (said: string, rows: number) => `${said} (rows: ${rows}).`,
  nobodyKnown: (column: string, email: string, rows: number) =>
    `${column}: nobody is known as ${email} (rows: ${rows}); they were imported without.`,
  creditUnlinked: (number: string) =>
    `The credit note ${number} names an invoice that is not known: it is kept as an unused credit.`,
};

/** Why a file cannot be read at all, and what to do: in English, as the command line is. */
export const UNREADABLE = {
  notUtf8: "The file is not in UTF-8: save it as “CSV UTF-8” and import it again.",
  empty: "The file is empty: its first line must name the columns.",
  notCsv: "The first line is too long to name the columns: is this a CSV file?",
  delimiter: "The columns must be separated by a comma or a semicolon: save the file as CSV and import it again.",
  tooManyColumns: (columnsMax: number) => `The header names more than ${columnsMax} columns.`,
  tooManyRows: (rowsMax: number) => `The file has more than ${rowsMax} rows: split it.`,
  lineTooLong: (line: number, lengthMax: number) =>
    `Line ${line} is too long: a row has at most ${lengthMax} characters.`,
  quoteOpen: (line: number) => `A quote that opens on line ${line} or later is never closed: mend it and import again.`,
  line: (line: number, why: string) => `Line ${line} cannot be read as CSV: ${why}.`,
  columnMissing: (column: string, kind: string) => `The column ${column} is missing: a file of ${kind} must have it.`,
  columnTwice: (column: string) => `The column ${column} comes twice: keep the one that counts.`,
  tooManyBadRows: (rowsMax: number, first: number) =>
    `More than ${rowsMax} rows cannot be used, the first on line ${first}.`,
};
