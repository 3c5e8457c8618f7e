import { encodeAction, type Action } from "#cards/action.ts";
import type { Button, Card, Control, Fact, Menu, Part, Text } from "#cards/card.ts";
import { endOfLongestList } from "#chat/longest-list.ts";
import type { AdaptiveCard, CardAction, CardElement } from "./card-elements.ts";
import { renderChart } from "./chart-elements.ts";
import { TEAMS_LIMITS as L, utf16Bytes } from "./limits.ts";
import { factText, hasLongWord, heading, plain, spansOf, textBlocks } from "./text.ts";

export interface RenderedMessage {
  /** For the notification; Teams shows the card. */
  readonly summary: string;
  readonly card: AdaptiveCard;
}

/** What the client can do. */
export interface Drawing {
  /** False = a button cannot open a dialog: the form takes the card's place instead. */
  readonly opensDialogs: boolean;
}

/** What a message holds beside its card: addresses, ids, the summary. */
const ENVELOPE_BYTES = 6_000;

/** A card as a message: within Teams' limits whatever the card holds. */
export function renderCard(card: Card, drawing: Drawing): RenderedMessage {
  const summary = plain(card.summary, L.summaryText);
  const frame = { ...EMPTY_CARD, fallbackText: summary };
  return { summary, card: { ...frame, body: fitted(renderParts(card.parts, drawing), frame) } };
}

/** One sentence as a card, where only a card can stand. */
export function renderNotice(text: string): AdaptiveCard {
  return { ...EMPTY_CARD, body: textBlocks(text) };
}

export const EMPTY_CARD = {
  type: "AdaptiveCard",
  version: "1.5",
  $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
} as const;

/** An element and whether it may be left out when a list is too long for one message. */
interface Drawn {
  readonly element: CardElement;
  readonly isEntry: boolean;
}

function renderParts(parts: readonly Part[], drawing: Drawing): readonly Drawn[] {
  const drawn: Drawn[] = [];
  let isAfterLine = false;
  for (const [index, part] of parts.entries()) {
    if (part.is === "line") {
      isAfterLine = true;
      continue;
    }
    const isEntry = part.is === "item" || part.is === "text";
    const elements = renderPart(part, drawing, `part-${index}`);
    const [first, ...rest] = elements;
    if (first === undefined) continue;
    const begun: CardElement = isAfterLine ? { ...first, separator: true, spacing: "medium" } : first;
    // An entry of several lines is left out as a whole.
    const kept = isEntry && rest.length > 0 ? [boxed(begun, rest)] : [begun, ...rest];
    drawn.push(...kept.map((element) => ({ element, isEntry })));
    isAfterLine = false;
  }
  return drawn;
}

function boxed(first: CardElement, rest: readonly CardElement[]): CardElement {
  const { separator, spacing, ...inner } = first;
  const outer = { ...(separator === undefined ? {} : { separator }), ...(spacing === undefined ? {} : { spacing }) };
  return { type: "Container", items: [inner, ...rest], ...outer };
}

function renderPart(part: Exclude<Part, { is: "line" }>, drawing: Drawing, name: string): readonly CardElement[] {
  switch (part.is) {
    case "heading":
      return [heading(part.text)];
    case "text":
      return textBlocks(part.text);
    case "small":
      return textBlocks(part.text, { size: "small", isSubtle: true });
    case "facts":
      return renderFacts(part.facts);
    case "item":
      return renderItem(part, drawing, name);
    case "quote":
      return [{ type: "Container", style: "emphasis", items: textBlocks(part.text) }];
    case "controls":
      return renderControls(part.controls, drawing, name);
    case "chart":
      return renderChart(part.chart);
    default:
      return part satisfies never;
  }
}

/** Facts stand in two columns, which no client makes narrower than a word: a long one, as an address, gets a line of its own. */
function renderFacts(facts: readonly Fact[]): readonly CardElement[] {
  const elements: CardElement[] = [];
  for (const { label, value } of facts) {
    const last = elements.at(-1);
    const fact = { title: factText(label), value: factText(value) };
    if (hasLongWord(value)) elements.push(onOwnLine(label, value));
    else if (last?.type === "FactSet") elements[elements.length - 1] = { ...last, facts: [...last.facts, fact] };
    else elements.push({ type: "FactSet", facts: [fact] });
  }
  return elements.map((element, index) => (index === 0 ? element : { ...element, spacing: "small" }));
}

function onOwnLine(label: string, value: Text): CardElement {
  return { type: "Container", items: textBlocks([{ text: label, strong: true }, { text: "\n" }, ...spansOf(value)]) };
}

/** A button stands beside its entry if both have room on a phone; what unfolds needs the whole width, so it stands under it. */
function renderItem(part: Extract<Part, { is: "item" }>, drawing: Drawing, name: string): readonly CardElement[] {
  const text = textBlocks(part.text);
  if (part.control === undefined) return text;
  const actions = renderControls([part.control], drawing, name);
  const unfolds = part.control.is === "menu" || part.control.confirm !== undefined;
  if (unfolds || [...part.control.label].length > L.buttonBeside || hasLongWord(part.text))
    return [...text, ...actions];
  return [
    {
      type: "ColumnSet",
      columns: [
        { type: "Column", width: "stretch", verticalContentAlignment: "center", items: text },
        { type: "Column", width: "auto", verticalContentAlignment: "center", items: actions },
      ],
    },
  ];
}

/** An ActionSet stays where it is; a card's own actions would sink to its bottom. */
function renderControls(controls: readonly Control[], drawing: Drawing, name: string): readonly CardElement[] {
  const actions = controls.map((control, index) => renderControl(control, drawing, `${name}-${index}`));
  return actionSets(actions, L.actionsPerSet);
}

function renderControl(control: Control, drawing: Drawing, name: string): CardAction {
  return control.is === "button" ? renderButton(control, drawing) : renderMenu(control, drawing, name);
}

/** Teams asks nothing before a click, so the question unfolds under the button: one tap more, as everywhere. */
function renderButton(button: Button, drawing: Drawing): CardAction {
  const style = button.look === undefined ? {} : { style: LOOKS[button.look] };
  if (button.confirm === undefined) return { ...actionOf(button.label, button.action, drawing), ...style };
  const { title, text, yes } = button.confirm;
  const sure = { ...actionOf(yes, button.action, drawing), ...style };
  return unfolding(button.label, [
    ...textBlocks([{ text: title, strong: true }]),
    ...textBlocks(text),
    ...actionSets([sure], 1),
  ]);
}

const LOOKS = { primary: "positive", danger: "destructive" } as const;

/** A menu unfolds into its entries, one button each: two taps, as a menu takes. A long one is a list to choose from. */
function renderMenu(menu: Menu, drawing: Drawing, name: string): CardAction {
  if (menu.options.length === 0) throw new Error(`The menu "${menu.label}" has no entry: a card must leave it out.`);
  if (menu.options.length > L.menuButtons) return unfolding(menu.label, chooser(menu, name));
  const entries = menu.options.map(({ label, action }) => actionOf(label, action, drawing));
  return unfolding(menu.label, actionSets(entries, 1, "small"));
}

/** Under a list that says what is chosen; the same word in both languages. */
const CHOOSE = "OK";

function chooser(menu: Menu, name: string): readonly CardElement[] {
  const choices = menu.options.slice(0, L.choiceOptions).map((option) => ({
    title: plain(option.label, L.choiceText),
    value: encodeAction(option.action),
  }));
  const label = plain(menu.label, L.buttonText);
  return [
    { type: "Input.ChoiceSet", id: name, label, style: "compact", choices },
    ...actionSets([{ type: "Action.Execute", title: CHOOSE, verb: "choose", data: { chosenIn: name } }], 1),
  ];
}

function unfolding(title: string, body: readonly CardElement[]): CardAction {
  return {
    type: "Action.ShowCard",
    title: plain(title, L.buttonText),
    card: { type: "AdaptiveCard", version: "1.5", body },
  };
}

/** A form opens as a dialog, which only Action.Submit can ask for; everything else answers with the replacing card. */
function actionOf(label: string, action: Action, { opensDialogs }: Drawing): CardAction {
  const title = plain(label, L.buttonText);
  const data = { action: encodeAction(action) };
  if (action.do === "open-form" && opensDialogs) {
    return {
      type: "Action.Submit",
      title,
      data: { ...data, msteams: { type: "task/fetch" } },
      associatedInputs: "none",
    };
  }
  return { type: "Action.Execute", title, verb: verbOf(action), data, associatedInputs: "none" };
}

/** Says what the control does: "give-promise", "open-form.dispute". */
function verbOf(action: Action): string {
  return action.do === "open-form" ? `${action.do}.${action.form}` : action.do;
}

function actionSets(
  actions: readonly CardAction[],
  size: number,
  spacing?: "small",
): readonly Extract<CardElement, { type: "ActionSet" }>[] {
  const count = Math.ceil(actions.length / size);
  return Array.from({ length: count }, (_, index) => ({
    type: "ActionSet",
    actions: actions.slice(index * size, (index + 1) * size),
    ...(spacing === undefined || index === 0 ? {} : { spacing }),
  }));
}

/** Leaves out the last entries of the longest list, where an ellipsis then stands, until all fits. */
function fitted(drawn: readonly Drawn[], frame: object): readonly CardElement[] {
  let kept = drawn;
  let over = sizeOf(kept, frame) - L.messageBytes;
  while (over > 0) {
    const end = endOfLongestList(kept);
    if (end === null) throw new Error("A card is too long for Teams and has no list that could be shortened.");
    const isMarked = kept[end + 1]?.element === ELLIPSIS.element;
    kept = [...kept.slice(0, end), ...(isMarked ? [] : [ELLIPSIS]), ...kept.slice(end + 1)];
    over = sizeOf(kept, frame) - L.messageBytes;
  }
  return kept.length === 0 ? textBlocks("") : kept.map(({ element }) => element);
}

const ELLIPSIS: Drawn = {
  element: { type: "RichTextBlock", inlines: [{ type: "TextRun", text: "…" }] },
  isEntry: false,
};

function sizeOf(drawn: readonly Drawn[], frame: object): number {
  const body = drawn.map(({ element }) => element);
  return ENVELOPE_BYTES + utf16Bytes(JSON.stringify({ ...frame, body }));
}
