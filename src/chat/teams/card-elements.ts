/** Adaptive Cards 1.5, as far as Relais draws with them. Source: adaptivecards.io/explorer. */
export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly version: "1.5";
  readonly $schema?: string;
  /** What a client without cards reads, and a screen reader first. */
  readonly fallbackText?: string;
  readonly body: readonly CardElement[];
  /** Stay in sight at the bottom: for dialogs alone. */
  readonly actions?: readonly CardAction[];
}

interface Spaced {
  readonly spacing?: "none" | "small" | "medium" | "large";
  readonly separator?: true;
}

export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "bolder";
  readonly strikethrough?: true;
  readonly size?: "small";
  readonly isSubtle?: true;
  readonly color?: "attention";
  readonly selectAction?: { readonly type: "Action.OpenUrl"; readonly url: string };
}

export type CardElement = Spaced &
  (
    | { readonly type: "RichTextBlock"; readonly inlines: readonly TextRun[] }
    | {
        readonly type: "TextBlock";
        readonly text: string;
        readonly wrap: true;
        readonly style: "heading";
        readonly size: "medium";
        readonly weight: "bolder";
      }
    | {
        readonly type: "FactSet";
        readonly facts: readonly { readonly title: string; readonly value: string }[];
      }
    | { readonly type: "ColumnSet"; readonly columns: readonly Column[] }
    | { readonly type: "Container"; readonly style?: "emphasis"; readonly items: readonly CardElement[] }
    | { readonly type: "ActionSet"; readonly actions: readonly CardAction[] }
    | ChartElement
    | InputElement
  );

/**
 * Charts are Teams' own and in no version of Adaptive Cards; a client that does not know them draws the fallback.
 * Source: learn.microsoft.com, charts in Adaptive Cards.
 */
export type ChartElement = {
  readonly title: string;
  readonly showTitle: false;
  readonly fallback: { readonly type: "Container"; readonly items: readonly CardElement[] };
} & (
  | { readonly type: "Chart.VerticalBar"; readonly data: readonly ChartPointXY[] }
  | { readonly type: "Chart.VerticalBar.Grouped" | "Chart.Line"; readonly data: readonly ChartLegend[] }
  | {
      readonly type: "Chart.HorizontalBar.Stacked";
      readonly data: readonly {
        readonly title: string;
        readonly data: readonly { readonly legend: string; readonly value: number }[];
      }[];
    }
);

interface ChartPointXY {
  readonly x: string;
  readonly y: number;
}

interface ChartLegend {
  readonly legend: string;
  readonly values: readonly ChartPointXY[];
}

interface Column {
  readonly type: "Column";
  readonly width: "stretch" | "auto";
  readonly verticalContentAlignment?: "center";
  readonly items: readonly CardElement[];
}

interface InputBase {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  /** Shown by the client when a required field is empty. */
  readonly errorMessage?: string;
  readonly value?: string;
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export type InputElement =
  | (InputBase & {
      readonly type: "Input.Text";
      readonly isMultiline?: boolean;
      readonly maxLength?: number;
      readonly placeholder?: string;
    })
  | (InputBase & { readonly type: "Input.Date" })
  | (InputBase & {
      readonly type: "Input.ChoiceSet";
      readonly style: "compact" | "expanded";
      readonly isMultiSelect?: boolean;
      /** Otherwise a title longer than a phone is wide is cut. */
      readonly wrap?: true;
      readonly choices: readonly Choice[];
    });

export type CardAction = { readonly title: string; readonly style?: "positive" | "destructive" } & (
  | {
      readonly type: "Action.Execute";
      readonly verb: string;
      readonly data: Readonly<Record<string, unknown>>;
      readonly associatedInputs?: "none";
    }
  | {
      readonly type: "Action.Submit";
      readonly data: Readonly<Record<string, unknown>>;
      readonly associatedInputs?: "none";
    }
  | { readonly type: "Action.ShowCard"; readonly card: AdaptiveCard }
);
