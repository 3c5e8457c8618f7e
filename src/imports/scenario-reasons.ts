import { isMap, isPair, isScalar, type Document, type LineCounter, type YAMLError } from "yaml";
import type { z } from "zod";

import type { Expected, FileFault, FileReason } from "#domain/scenario-file-fault.ts";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Typed values longer than this say nothing more. */
const TYPED_LENGTH_MAX = 40;

const HOW_BROKEN: Readonly<Record<string, "twice" | "tab" | "alignment">> = {
  DUPLICATE_KEY: "twice",
  TAB_AS_INDENT: "tab",
  BAD_INDENT: "alignment",
  BAD_COLLECTION_TYPE: "alignment",
  MULTILINE_IMPLICIT_KEY: "alignment",
  BLOCK_AS_IMPLICIT_KEY: "alignment",
};

const EXPECTED: Readonly<Record<string, Expected>> = {
  number: "number",
  int: "whole-number",
  string: "text",
  array: "list",
  boolean: "yes-no",
};

/** What keeps a text from being YAML, in the place of the parser's own words. */
export function brokenYaml(error: YAMLError, lines: LineCounter): FileReason {
  return { fault: "not-yaml", how: HOW_BROKEN[error.code] ?? "other", line: lines.linePos(error.pos[0]).line };
}

/** An issue of the schema as faults of the file, each with its line. */
export function reasonsOf(issue: Issue, document: Document, lines: LineCounter): readonly FileReason[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((field) => ({
      fault: "unknown-field",
      field,
      line: lineOf(document, lines, [...path, field]),
    }));
  }
  return [{ ...faultOf(issue, document), line: lineOf(document, lines, path) }];
}

/** The line of the node at a path, or of the nearest one around it. A field's line is that of its name. */
export function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const at = startOf(document, path.slice(0, length));
    if (at !== null) return lines.linePos(at).line;
  }
  return null;
}

function startOf(document: Document, path: Path): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    const key = isPair(pair) && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
    if (key !== undefined) return key;
  }
  const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
  return node?.range?.[0] ?? null;
}

function faultOf(issue: Issue, document: Document): FileFault {
  const { path } = issue;
  if (path.length === 0) return { fault: "empty" };
  const field = path.findLast((part) => typeof part === "string") ?? "";
  if (!document.hasIn(path)) return { fault: "missing", field };
  const typed = typedAt(document, path);
  switch (issue.code) {
    case "invalid_value":
      return { fault: "not-one-of", field, typed, values: issue.values.map(String) };
    case "too_big":
      return { fault: "too-large", field, bound: Number(issue.maximum), of: sizeOf(issue.origin) };
    case "too_small":
      return { fault: "too-small", field, bound: Number(issue.minimum), of: sizeOf(issue.origin) };
    default:
      return { fault: "not-a", field, typed, expected: expectedBy(issue) };
  }
}

function typedAt(document: Document, path: Path): string | null {
  const node = document.getIn(path, true);
  if (!isScalar(node)) return null;
  return (node.source ?? "").slice(0, TYPED_LENGTH_MAX);
}

function expectedBy(issue: Issue): Expected {
  return issue.code === "invalid_type" ? (EXPECTED[issue.expected] ?? "fields") : "text";
}

function sizeOf(origin: string): "number" | "text" | "list" {
  return origin === "string" ? "text" : origin === "array" ? "list" : "number";
}
