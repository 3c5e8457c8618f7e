import type { Expected, FileFault } from "#domain/scenario-file-fault.ts";

const EXPECTED: Readonly<Record<Expected, string>> = {
  number: "a number",
  "whole-number": "a whole number",
  text: "a text",
  list: "a list",
  "yes-no": "true or false",
  fields: "fields of its own",
};

const HOW = {
  twice: "the same field is written twice.",
  tab: "lines are indented with spaces, not with tabs.",
  alignment: "this line is not aligned with the others of its list.",
  other: "the file's punctuation (colons, dashes, quotes) can no longer be read from here on.",
} as const;

/** What keeps a file of scenarios from being read, as one sentence. */
export function fileFaultEn(fault: FileFault): string {
  switch (fault.fault) {
    case "not-yaml":
      return HOW[fault.how];
    case "empty":
      return 'the file begins with "scenarios:" or "templates:".';
    case "missing":
      return `"${fault.field}" is missing here.`;
    case "not-a":
      return `"${fault.field}" takes ${EXPECTED[fault.expected]}${fault.typed === null ? "" : `, not "${fault.typed}"`}.`;
    case "not-one-of":
      return `"${fault.field}" does not know "${fault.typed ?? ""}"; it takes one of: ${fault.values.join(", ")}.`;
    case "unknown-field":
      return `"${fault.field}" is not a known field.`;
    case "too-large":
      return `"${fault.field}" ${{ number: "goes up to", text: "holds at most", list: "counts at most" }[fault.of]} ${fault.bound}${fault.of === "text" ? " characters" : ""}.`;
    case "too-small":
      return fault.of === "number" ? `"${fault.field}" begins at ${fault.bound}.` : `"${fault.field}" is empty.`;
    default:
      return fault satisfies never;
  }
}
