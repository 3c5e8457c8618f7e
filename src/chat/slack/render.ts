import { encodeAction, type Action } from "#cards/action.ts";
import type { Button, Card, Control, Fact, Menu, Part } from "#cards/card.ts";
import { endOfLongestList } from "#chat/longest-list.ts";
import type {
  ActionsBlock,
  Button as SlackButton,
  HomeView,
  KnownBlock,
  ModalView,
  SectionBlock,
  StaticSelect,
} from "@slack/types";
import { totalText } from "./block-rules.ts";
import { chartAsText, chartBlocks } from "./chart-blocks.ts";
import { SLACK_LIMITS as L } from "./limits.ts";
import { cut, marked, mrkdwn, plain } from "./text.ts";

export interface RenderedMessage {
  /** For the notification and for screen readers; Slack shows the blocks. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** What the notification says of a card: one line. */
const SUMMARY_LENGTH_MAX = 300;

/** Slack folds longer sections behind "see more". */
const SHARED_LENGTH_MAX = 1_000;

/** Pictures where Slack draws them; text bars where it does not, or refused to. */
export type ChartLook = "picture" | "text";

/** A card as a message: within Slack's limits whatever the card holds. */
export function renderCard(card: Card, charts: ChartLook = "picture"): RenderedMessage {
  return {
    text: cut(card.summary, SUMMARY_LENGTH_MAX),
    blocks: fitted(renderParts(card.parts, charts), L.messageBlocks, L.messageBlockText),
  };
}

/** A card as a person's home tab. */
export function renderHome(card: Card): HomeView {
  return { type: "home", blocks: fitted(renderParts(card.parts, "text"), L.viewBlocks, Number.POSITIVE_INFINITY) };
}

/** One sentence, for a refusal or a confirmation. */
export function renderNotice(text: string): RenderedMessage {
  return {
    text: cut(text, SUMMARY_LENGTH_MAX),
    blocks: [{ type: "section", text: mrkdwn(text, L.sectionText) }],
  };
}

/** One sentence in a small window, where a form was or where there is no message to answer beside. */
export function renderNoticeView(
  text: string,
  words: { readonly noticeTitle: string; readonly close: string },
): ModalView {
  return {
    type: "modal",
    title: plain(words.noticeTitle, L.viewTitle),
    close: plain(words.close, L.viewTitle),
    blocks: [{ type: "section", text: mrkdwn(text, L.sectionText) }],
  };
}

/** A block and whether it may be left out when a list is too long for one message. */
interface Drawn {
  readonly block: KnownBlock;
  readonly isEntry: boolean;
}

function renderParts(parts: readonly Part[], charts: ChartLook): readonly Drawn[] {
  let drawnCharts = 0;
  return joined(parts).flatMap((part) => {
    if (part.is === "chart") drawnCharts += 1;
    const look = drawnCharts > L.chartsPerMessage ? "text" : charts;
    return renderPart(part, look).map((block) => ({ block, isEntry: part.is === "item" || part.is === "text" }));
  });
}

/** Entries without a control share a block, so that a long list stays one message. */
function joined(parts: readonly Part[]): readonly Part[] {
  const shared: Part[] = [];
  for (const part of parts) {
    const last = shared.at(-1);
    if (isPlainItem(part) && isPlainItem(last) && roomFor(last, part)) {
      shared[shared.length - 1] = { is: "item", text: [...spansOf(last), { text: "\n" }, ...spansOf(part)] };
    } else {
      shared.push(part);
    }
  }
  return shared;
}

type Item = Extract<Part, { is: "item" }>;

function isPlainItem(part: Part | undefined): part is Item {
  return part?.is === "item" && part.control === undefined;
}

function roomFor(a: Item, b: Item): boolean {
  const both = [...spansOf(a), { text: "\n" }, ...spansOf(b)];
  return marked(both, Number.POSITIVE_INFINITY).length <= SHARED_LENGTH_MAX;
}

function spansOf(part: Item) {
  return typeof part.text === "string" ? [{ text: part.text }] : part.text;
}

function renderPart(part: Part, charts: ChartLook): readonly KnownBlock[] {
  switch (part.is) {
    case "heading":
      return [{ type: "header", text: plain(part.text, L.headerText) }];
    case "text":
      return [{ type: "section", text: mrkdwn(part.text, L.sectionText) }];
    case "small":
      return [{ type: "context", elements: [mrkdwn(part.text, L.sectionText)] }];
    case "facts":
      return chunks(part.facts, L.sectionFields).map((facts) => ({ type: "section", fields: facts.map(renderFact) }));
    case "item":
      return [renderItem(part)];
    case "quote":
      return [{ type: "section", text: mrkdwn(part.text, L.sectionText, "> ") }];
    case "controls":
      return chunks(part.controls, L.actionsElements).map(renderControls);
    case "chart":
      return charts === "picture" ? chartBlocks(part.chart) : [chartAsText(part.chart)];
    case "line":
      return [{ type: "divider" }];
    default:
      return part satisfies never;
  }
}

function renderFact(fact: Fact) {
  const value = typeof fact.value === "string" ? [{ text: fact.value }] : fact.value;
  return mrkdwn([{ text: fact.label, strong: true }, { text: "\n" }, ...value], L.fieldText);
}

function renderItem(item: Item): SectionBlock {
  const section: SectionBlock = { type: "section", text: mrkdwn(item.text, L.sectionText) };
  return item.control === undefined ? section : { ...section, accessory: renderControl(item.control, 0) };
}

function renderControls(controls: readonly Control[]): ActionsBlock {
  return { type: "actions", elements: controls.map(renderControl) };
}

function renderControl(control: Control, index: number): SlackButton | StaticSelect {
  return control.is === "button" ? renderButton(control, index) : renderMenu(control, index);
}

function renderButton(button: Button, index: number): SlackButton {
  return {
    type: "button",
    action_id: actionId(button.action, index),
    text: plain(button.label, L.buttonText),
    value: encodeAction(button.action),
    ...(button.look === undefined ? {} : { style: button.look }),
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain(button.confirm.title, L.confirmTitle),
            text: plain(button.confirm.text, L.confirmText),
            confirm: plain(button.confirm.yes, L.confirmButton),
            deny: plain(button.confirm.no, L.confirmButton),
          },
        }),
  };
}

function renderMenu(menu: Menu, index: number): StaticSelect {
  const [first] = menu.options;
  if (first === undefined) throw new Error(`The menu "${menu.label}" has no entry: a card must leave it out.`);
  return {
    type: "static_select",
    action_id: `menu.${actionId(first.action, index)}`,
    placeholder: plain(menu.label, L.placeholder),
    options: menu.options.slice(0, L.selectOptions).map((option) => ({
      text: plain(option.label, L.optionText),
      value: encodeAction(option.action),
    })),
  };
}

/** Says what the control does, and differs within its block: "give-promise", "open-form.dispute.1". */
function actionId(action: Action, index: number): string {
  const name = action.do === "open-form" ? `${action.do}.${action.form}` : action.do;
  return index === 0 ? name : `${name}.${index}`;
}

/** Leaves out the last entries of the longest list, where an ellipsis then stands, until all fits. */
function fitted(drawn: readonly Drawn[], blocksMax: number, textMax: number): KnownBlock[] {
  let kept = drawn;
  while (kept.length > blocksMax || totalText(kept.map(({ block }) => block)) > textMax) {
    const at = endOfLongestList(kept);
    if (at === null) throw new Error("A card is too long for Slack and has no list that could be shortened.");
    const isMarked = kept[at + 1] !== undefined && kept[at + 1]?.block === ELLIPSIS.block;
    kept = [...kept.slice(0, at), ...(isMarked ? [] : [ELLIPSIS]), ...kept.slice(at + 1)];
  }
  return kept.map(({ block }) => block);
}

const ELLIPSIS: Drawn = { block: { type: "context", elements: [{ type: "mrkdwn", text: "…" }] }, isEntry: false };

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
