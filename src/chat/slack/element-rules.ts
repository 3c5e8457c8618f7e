import { SLACK_LIMITS as L } from "./limit-table.ts";
import {
  all,
  anything,
  boolean,
  exactlyOne,
  isJsonObject,
  list,
  matching,
  number,
  oneOf,
  shape,
  string,
  tagged,
  wrong,
} from "./payload-shape.ts";
import type { Check } from "./payload-shape.ts";

// Text and the parts shared by many elements.
export const id = string(L.id);
export const flag = boolean;
export const plain = (max: number): Check => shape({ type: oneOf("plain_text"), text: string(max) }, { emoji: flag });
export const anyText = (max: number): Check =>
  tagged("text", {
    plain_text: plain(max),
    mrkdwn: shape({ type: anything, text: string(max) }, { verbatim: flag }),
  });
const confirm = shape(
  {
    title: plain(L.confirmTitle),
    text: anyText(L.confirmText),
    confirm: plain(L.confirmButton),
    deny: plain(L.confirmButton),
  },
  { style: oneOf("primary", "danger") },
);
const option = shape(
  { text: anyText(L.optionText), value: string(L.optionValue) },
  { description: anyText(L.optionText), url: string(L.url) },
);
const options = (max: number): Check => list(1, max, option);
export const suggestions = list(0, L.selectOptions, option);
export const optionGroups = list(
  1,
  L.selectOptions,
  shape({ label: plain(L.optionText), options: options(L.selectOptions) }),
);
const day = matching(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD");
const ids = list(1, L.selectOptions, id);
export const image = { alt_text: string(L.imageAltText), type: anything };
export const imageSource = { image_url: string(L.url), slack_file: anything };

/** The fields every interactive element may have, before its own. */
function element(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  return shape({ type: anything, ...required }, { action_id: id, confirm, focus_on_load: flag, ...optional });
}

/** A menu: the single one keeps `single`, the multi one `multi` and a number of choices. */
function menu(source: Readonly<Record<string, Check>>, own: Readonly<Record<string, Check>>): Check {
  return element({}, { placeholder: plain(L.placeholder), ...source, ...own });
}

const chosenFromList: Check = (value, at) => {
  if (!isJsonObject(value)) return [];
  const groups = Array.isArray(value["option_groups"]) ? value["option_groups"].filter(isJsonObject) : [];
  const offered = [value["options"], ...groups.map((group) => group["options"])]
    .flat()
    .map((one) => JSON.stringify(one));
  const initial = [value["initial_option"], value["initial_options"]].flat().filter((one) => one !== undefined);
  const strange = initial.some((one) => !offered.includes(JSON.stringify(one)));
  return strange ? [wrong(at, "has an initial option that is not among its options")] : [];
};
const lists = { options: options(L.selectOptions), option_groups: optionGroups };
const query = { min_query_length: number(0) };
const several = { max_selected_items: number(1) };
const typed = { placeholder: plain(L.placeholder), dispatch_action_config: anything };
const valued = element({}, { ...typed, initial_value: string(L.inputText, 0) });
const choice = (own: Readonly<Record<string, Check>>): Check =>
  all(element({ options: options(L.choiceOptions) }, own), chosenFromList);

export const ELEMENTS: Readonly<Record<string, Check>> = {
  button: element(
    { text: plain(L.buttonText) },
    {
      value: string(L.buttonValue),
      url: string(L.url),
      style: oneOf("primary", "danger"),
      accessibility_label: string(L.buttonText),
    },
  ),
  overflow: element({ options: options(L.overflowOptions) }),
  checkboxes: choice({ initial_options: options(L.choiceOptions) }),
  radio_buttons: choice({ initial_option: option }),
  datepicker: element({}, { initial_date: day, placeholder: plain(L.placeholder) }),
  timepicker: element(
    {},
    {
      initial_time: matching(/^\d{2}:\d{2}$/, "a time as HH:mm"),
      placeholder: plain(L.placeholder),
      timezone: id,
    },
  ),
  datetimepicker: element({}, { initial_date_time: number(0) }),
  static_select: all(menu(lists, { initial_option: option }), exactlyOne("options", "option_groups"), chosenFromList),
  external_select: menu(query, { initial_option: option }),
  users_select: menu({}, { initial_user: id }),
  conversations_select: menu(
    {},
    {
      initial_conversation: id,
      default_to_current_conversation: flag,
      response_url_enabled: flag,
      filter: anything,
    },
  ),
  channels_select: menu({}, { initial_channel: id, response_url_enabled: flag }),
  multi_static_select: all(
    menu(lists, { initial_options: options(L.selectOptions), ...several }),
    exactlyOne("options", "option_groups"),
    chosenFromList,
  ),
  multi_external_select: menu(query, { initial_options: options(L.selectOptions), ...several }),
  multi_users_select: menu({}, { initial_users: ids, ...several }),
  multi_conversations_select: menu(
    {},
    {
      initial_conversations: ids,
      default_to_current_conversation: flag,
      filter: anything,
      ...several,
    },
  ),
  multi_channels_select: menu({}, { initial_channels: ids, ...several }),
  plain_text_input: element(
    {},
    {
      ...typed,
      initial_value: string(L.inputText, 0),
      multiline: flag,
      min_length: number(0, L.inputText),
      max_length: number(1, L.inputText),
    },
  ),
  email_text_input: valued,
  url_text_input: valued,
  number_input: element(
    { is_decimal_allowed: flag },
    {
      ...typed,
      initial_value: string(L.inputText),
      min_value: string(L.id),
      max_value: string(L.id),
    },
  ),
  rich_text_input: element({}, { ...typed, initial_value: anything }),
  file_input: element({}, { filetypes: list(1, L.selectOptions, string(L.id)), max_files: number(1, 10) }),
  image: all(shape(image, imageSource), exactlyOne("image_url", "slack_file")),
};

const TYPED = [
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "rich_text_input",
  "file_input",
];
/** Elements that may stand in actions or beside a section. */
export const CLICKED = Object.keys(ELEMENTS).filter((type) => !TYPED.includes(type) && type !== "image");
/** Elements that an input block may hold. */
export const FILLED = Object.keys(ELEMENTS).filter((type) => !["button", "overflow", "image"].includes(type));
