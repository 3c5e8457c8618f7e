/** What a value of a file is to be. */
export type Expected = "number" | "whole-number" | "text" | "list" | "yes-no" | "fields";

/** Where a file of scenarios is not as its schema has it; each has one sentence (i18n). `field` as it is typed. */
export type FileFault =
  | { readonly fault: "not-yaml"; readonly how: "twice" | "tab" | "alignment" | "other" }
  | { readonly fault: "empty" }
  | { readonly fault: "missing"; readonly field: string }
  | {
      readonly fault: "not-a";
      readonly field: string;
      readonly expected: Expected;
      /** As it stands there; null = more than one value. */
      readonly typed: string | null;
    }
  | {
      readonly fault: "not-one-of";
      readonly field: string;
      readonly typed: string | null;
      readonly values: readonly string[];
    }
  | { readonly fault: "unknown-field"; readonly field: string }
  | {
      readonly fault: "too-large" | "too-small";
      readonly field: string;
      /** The bound, inclusive: of a number, or of the length of a text or list. */
      readonly bound: number;
      readonly of: "number" | "text" | "list";
    };

/** A fault with its line; null = the file as a whole. */
export type FileReason = FileFault & { readonly line: number | null };
