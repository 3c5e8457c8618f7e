import { TEAMS_LIMITS as L } from "./limit-table.ts";

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with one element or action, each as the end of a sentence; none when Teams draws it. */
type Rule = (element: Json) => readonly string[];

const input =
  (...more: readonly Rule[]): Rule =>
  (element) => [
    ...text("id", 100)(element),
    ...text("label", L.labelText)(element),
    ...more.flatMap((rule) => rule(element)),
  ];

/** Every type that Relais may draw with; any other is unknown to some client of Teams. */
export const CARD_RULES: Readonly<Record<string, Rule>> = {
  AdaptiveCard: (card) => [
    ...list("body", 1, Number.POSITIVE_INFINITY)(card),
    ...optionalList("actions", L.actionsPerSet)(card),
  ],
  RichTextBlock: list("inlines", 1, Number.POSITIVE_INFINITY),
  TextRun: text("text", L.runText),
  TextBlock: text("text", 2 * L.headingText),
  FactSet: list("facts", 1, Number.POSITIVE_INFINITY),
  ColumnSet: list("columns", 1, Number.POSITIVE_INFINITY),
  Column: list("items", 1, Number.POSITIVE_INFINITY),
  Container: list("items", 1, Number.POSITIVE_INFINITY),
  ActionSet: list("actions", 1, L.actionsPerSet),
  "Chart.VerticalBar": chart(L.chartLabels),
  "Chart.VerticalBar.Grouped": chart(L.chartSeries),
  "Chart.Line": chart(L.chartSeries),
  "Chart.HorizontalBar.Stacked": chart(L.chartLabels),
  "Input.Text": input((element) => (Number(element["maxLength"] ?? 1) <= L.inputText ? [] : ["takes too long a text"])),
  "Input.Date": input(),
  "Input.ChoiceSet": input(list("choices", 1, L.choiceOptions), choices),
  "Action.Execute": (action) => [...text("title", L.buttonText)(action), ...text("verb", 100)(action), ...data(action)],
  "Action.Submit": (action) => [...text("title", L.buttonText)(action), ...data(action)],
  "Action.ShowCard": (action) => [
    ...text("title", L.buttonText)(action),
    ...(action["card"] === undefined ? ["has no card"] : []),
  ],
  "Action.OpenUrl": ({ url }) => (/^https?:\/\//.test(String(url)) ? [] : ["must lead to http or https"]),
};

/** A client that cannot draw a chart shows the fallback, so it must have one. */
function chart(dataMax: number): Rule {
  return (element) => [
    ...text("title", L.headingText)(element),
    ...list("data", 1, dataMax)(element),
    ...(typeof element["fallback"] === "object" && element["fallback"] !== null ? [] : ["has no fallback"]),
  ];
}

function text(field: string, max: number): Rule {
  return (element) => {
    const value = element[field];
    if (typeof value !== "string" || value === "") return [`lacks the text "${field}"`];
    const size = [...value].length;
    return size > max ? [`has ${size} characters in "${field}", at most ${max} allowed`] : [];
  };
}

function list(field: string, min: number, max: number): Rule {
  return (element) => {
    const value = element[field];
    if (!Array.isArray(value)) return [`lacks the list "${field}"`];
    if (value.length < min) return [`has nothing in "${field}"`];
    return value.length > max ? [`has ${value.length} in "${field}", at most ${max} allowed`] : [];
  };
}

function optionalList(field: string, max: number): Rule {
  return (element) => (element[field] === undefined ? [] : list(field, 1, max)(element));
}

function data(action: Json): readonly string[] {
  return typeof action["data"] === "object" && action["data"] !== null ? [] : ["carries no data"];
}

function choices(element: Json): readonly string[] {
  const all = Array.isArray(element["choices"]) ? (element["choices"] as readonly Json[]) : [];
  return all.flatMap((choice) => [...text("title", 2 * L.choiceText)(choice), ...text("value", 500)(choice)]);
}
