import type { Action, FormName } from "#cards/action.ts";

/** What a person sees, as plain data with no word about Slack or Teams: each chat draws it with one exhaustive switch. */
export interface Card {
  readonly name: string;
  /** One line for the notification and for screen readers. */
  readonly summary: string;
  readonly parts: readonly Part[];
}

/** A run of text; the chats escape it, so names may hold anything. */
export interface Span {
  readonly text: string;
  readonly strong?: boolean;
  readonly struck?: boolean;
  readonly href?: string;
}

export type Text = string | readonly Span[];

export type Part =
  | { readonly is: "heading"; readonly text: string }
  | { readonly is: "text"; readonly text: Text }
  /** A remark in small print: "as of", where a figure comes from. */
  | { readonly is: "small"; readonly text: Text }
  | { readonly is: "facts"; readonly facts: readonly Fact[] }
  /** One entry of a list, with at most one control beside it. */
  | { readonly is: "item"; readonly text: Text; readonly control?: Control }
  | { readonly is: "quote"; readonly text: Text }
  /** At most four controls in sight (V11). */
  | { readonly is: "controls"; readonly controls: readonly Control[] }
  /** Drawn by the chat itself where it can; in words and text bars elsewhere (cards/chart-text.ts). */
  | { readonly is: "chart"; readonly chart: Chart }
  | { readonly is: "line" };

/** Figures to be seen at a glance. Every series has one point for every label, in their order. */
export interface Chart {
  /** `bars` stand side by side, `stacked-bars` add up to a whole, `lines` go through time. */
  readonly kind: "bars" | "stacked-bars" | "lines";
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** What the picture says, for those who do not see it. */
  readonly inWords: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

/** `value` is for drawing only (main units, days, percent); `said` is the figure as it is read: "96 400 €". */
export interface ChartPoint {
  readonly value: number;
  readonly said: string;
}

export interface Fact {
  readonly label: string;
  readonly value: Text;
}

export type Control = Button | Menu;

export interface Button {
  readonly is: "button";
  readonly label: string;
  readonly action: Action;
  readonly look?: "primary" | "danger";
  /** Asked before anything happens. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
}

export interface Menu {
  readonly is: "menu";
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly action: Action }[];
}

/** A form: drawn as a modal in Slack, as a dialog in Teams. `context` comes back with the answer. */
export interface Form {
  readonly name: FormName;
  readonly title: string;
  readonly submit: string;
  readonly cancel: string;
  readonly intro?: Text;
  readonly fields: readonly Field[];
  readonly context: FormContext;
}

/** What the form is about; ids only, checked again when it comes back. */
export type FormContext = Readonly<Record<string, string | number | null>>;

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export type Field =
  | (FieldBase & { readonly is: "line"; readonly value?: string; readonly lengthMax: number })
  | (FieldBase & { readonly is: "paragraph"; readonly value?: string; readonly lengthMax: number })
  | (FieldBase & { readonly is: "amount"; readonly value?: string; readonly currency: string })
  | (FieldBase & { readonly is: "day"; readonly value?: string })
  | (FieldBase & { readonly is: "choice"; readonly value?: string; readonly options: readonly Option[] })
  | (FieldBase & { readonly is: "choices"; readonly values?: readonly string[]; readonly options: readonly Option[] });

export interface Option {
  readonly label: string;
  readonly value: string;
}
