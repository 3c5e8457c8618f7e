import { SLACK_LIMITS as L } from "./limit-table.ts";
import {
  all,
  anything,
  boolean,
  countCodePoints,
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
const id = string(L.id);
const flag = boolean;
const plain = (max: number): Check =>
  shape({ type: oneOf("plain_text"), text: string(max) }, { emoji: flag });
const anyText = (max: number): Check =>
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
const optionGroups = list(
  1,
  L.selectOptions,
  shape({ label: plain(L.optionText), options: options(L.selectOptions) }),
);
const day = matching(/^\d{4}-\d{2}-\d{2}$/, "a day as YYYY-MM-DD");
const ids = list(1, L.selectOptions, id);
const image = { alt_text: string(L.imageAltText), type: anything };
const imageSource = { image_url: string(L.url), slack_file: anything };

/** The fields every interactive element may have, before its own. */
function element(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return shape(
    { type: anything, ...required },
    { action_id: id, confirm, focus_on_load: flag, ...optional },
  );
}

/** A menu: the single one keeps `single`, the multi one `multi` and a number of choices. */
function menu(
  source: Readonly<Record<string, Check>>,
  own: Readonly<Record<string, Check>>,
): Check {
  return element({}, { placeholder: plain(L.placeholder), ...source, ...own });
}

const chosenFromList: Check = (value, at) => {
  if (!isJsonObject(value)) return [];
  const groups = Array.isArray(value["option_groups"])
    ? value["option_groups"].filter(isJsonObject)
    : [];
  const offered = [value["options"], ...groups.map((group) => group["options"])]
    .flat()
    .map((one) => JSON.stringify(one));
  const initial = [value["initial_option"], value["initial_options"]]
    .flat()
    .filter((one) => one !== undefined);
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

const ELEMENTS: Readonly<Record<string, Check>> = {
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
  static_select: all(
    menu(lists, { initial_option: option }),
    exactlyOne("options", "option_groups"),
    chosenFromList,
  ),
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
  file_input: element(
    {},
    { filetypes: list(1, L.selectOptions, string(L.id)), max_files: number(1, 10) },
  ),
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
const CLICKED = Object.keys(ELEMENTS).filter((type) => !TYPED.includes(type) && type !== "image");
const FILLED = Object.keys(ELEMENTS).filter(
  (type) => !["button", "overflow", "image"].includes(type),
);

const tableCell = tagged("cell", {
  raw_text: shape({ type: anything, text: string(L.tableText, 0) }),
  raw_number: shape({ type: anything, value: number() }, { text: string(L.id) }),
  rich_text: anything,
});
const segment = shape({ label: string(L.chartLabelText), value: number(Number.MIN_VALUE) });
const point = shape({ label: string(L.chartLabelText), value: number() });
const series = list(
  1,
  L.chartSeries,
  shape({ name: string(L.chartLabelText), data: list(1, L.chartLabels, point) }),
);
const axes = shape(
  { categories: list(1, L.chartLabels, string(L.chartLabelText)) },
  { x_label: string(L.chartTitle), y_label: string(L.chartTitle) },
);
const plot = shape({ type: anything, series, axis_config: axes });
const chart = tagged("chart", {
  pie: shape({ type: anything, segments: list(1, L.pieSegments, segment) }),
  bar: plot,
  area: plot,
  line: plot,
});

/** The fields every block may have, before its own. */
function block(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return shape({ type: anything, ...required }, { block_id: id, ...optional });
}

const hasTextOrFields: Check = (value, at) =>
  isJsonObject(value) && value["text"] === undefined && value["fields"] === undefined
    ? [wrong(at, "must have text or fields")]
    : [];
const tableSize: Check = (value, at) => {
  const amount = totalText(value);
  return amount > L.tableText
    ? [wrong(at, `holds ${amount} characters, at most ${L.tableText} allowed in a table`)]
    : [];
};

const BLOCKS: Readonly<Record<string, Check>> = {
  section: all(
    block(
      {},
      {
        text: anyText(L.sectionText),
        fields: list(1, L.sectionFields, anyText(L.fieldText)),
        accessory: tagged("element", ELEMENTS, [...CLICKED, "image"]),
        expand: flag,
      },
    ),
    hasTextOrFields,
  ),
  header: block({ text: plain(L.headerText) }),
  context: block({
    elements: list(
      1,
      L.contextElements,
      tagged("element", {
        plain_text: anyText(L.sectionText),
        mrkdwn: anyText(L.sectionText),
        image: ELEMENTS["image"] ?? anything,
      }),
    ),
  }),
  actions: block({ elements: list(1, L.actionsElements, tagged("element", ELEMENTS, CLICKED)) }),
  divider: block({}),
  image: all(
    block(image, { ...imageSource, title: plain(L.imageAltText) }),
    exactlyOne("image_url", "slack_file"),
  ),
  input: block(
    { label: plain(L.inputLabel), element: tagged("element", ELEMENTS, FILLED) },
    { dispatch_action: flag, hint: plain(L.inputLabel), optional: flag },
  ),
  markdown: block({ text: string(L.messageBlockText) }),
  rich_text: block({
    elements: list(
      0,
      L.selectOptions,
      shape(
        { type: id, elements: anything },
        { style: anything, indent: number(0), offset: number(0), border: number(0) },
      ),
    ),
  }),
  table: all(
    block(
      { rows: list(1, L.tableRows, list(1, L.tableColumns, tableCell)) },
      { column_settings: list(0, L.tableColumns, anything) },
    ),
    tableSize,
  ),
  data_visualization: block({ title: string(L.chartTitle), chart }),
};

const VIEW_BLOCKS = Object.keys(BLOCKS).filter(
  (type) => !["markdown", "table", "data_visualization"].includes(type),
);

export const messageBlocks = all(
  list(0, L.messageBlocks, tagged("block", BLOCKS)),
  uniqueIds,
  atMost(L.tablesPerMessage, "table"),
  atMost(L.chartsPerMessage, "data_visualization"),
);
const viewBlocks = all(list(0, L.viewBlocks, tagged("block", BLOCKS, VIEW_BLOCKS)), uniqueIds);
export const messageMetadata = shape(
  { event_type: id, event_payload: anything },
  { entities: anything },
);

const viewFields = {
  private_metadata: string(L.privateMetadata, 0),
  callback_id: id,
  external_id: id,
};
export const viewOfAnyKind = tagged("view", {
  home: shape({ type: anything, blocks: viewBlocks }, viewFields),
  modal: all(
    shape(
      { type: anything, title: plain(L.viewTitle), blocks: viewBlocks },
      {
        ...viewFields,
        submit: plain(L.viewTitle),
        close: plain(L.viewTitle),
        clear_on_close: flag,
        notify_on_close: flag,
        submit_disabled: flag,
      },
    ),
    (view, at) =>
      lacksSubmit(view) ? [wrong(at, "has an input block, so it must have submit")] : [],
  ),
});

function lacksSubmit(view: unknown): boolean {
  const blocks = isJsonObject(view) && view["submit"] === undefined ? view["blocks"] : [];
  return (
    Array.isArray(blocks) && blocks.some((one) => isJsonObject(one) && one["type"] === "input")
  );
}

function atMost(max: number, type: string): Check {
  return (blocks, at) => {
    const count = Array.isArray(blocks)
      ? blocks.filter((one) => isJsonObject(one) && one["type"] === type).length
      : 0;
    return count > max ? [wrong(at, `hold ${count} ${type} blocks, at most ${max} allowed`)] : [];
  };
}

/** A block_id is unique in the whole payload, an action_id in its block. */
function uniqueIds(blocks: unknown, at: string): readonly string[] {
  const known = Array.isArray(blocks) ? blocks.filter(isJsonObject) : [];
  const twice = (key: string, of: readonly unknown[], where: string): readonly string[] => {
    const values = of
      .filter(isJsonObject)
      .flatMap((one) => (typeof one[key] === "string" ? [one[key]] : []));
    const repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
    return [...repeated].map((value) => wrong(where, `use the ${key} "${value}" more than once`));
  };
  return [
    ...twice("block_id", known, at),
    ...known.flatMap((one, index) =>
      Array.isArray(one["elements"])
        ? twice("action_id", one["elements"], `${at}/${index}/elements`)
        : [],
    ),
  ];
}

/** Characters of all texts inside blocks, at whatever depth: what Slack adds up for msg_blocks_too_long. */
export function totalText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + totalText(one), 0);
  if (!isJsonObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (key === "text" && typeof one === "string" ? countCodePoints(one) : totalText(one)),
    0,
  );
}
