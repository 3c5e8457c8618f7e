import { SLACK_LIMITS as L } from "./limit-table.ts";
import { id, flag, plain, anyText, image, imageSource, ELEMENTS, CLICKED, FILLED } from "./element-rules.ts";
import {
  all,
  anything,
  countCodePoints,
  exactlyOne,
  isJsonObject,
  list,
  number,
  shape,
  string,
  tagged,
  wrong,
} from "./payload-shape.ts";
import type { Check } from "./payload-shape.ts";

const tableCell = tagged("cell", {
  raw_text: shape({ type: anything, text: string(L.tableText, 0) }),
  raw_number: shape({ type: anything, value: number() }, { text: string(L.id) }),
  rich_text: anything,
});
const segment = shape({ label: string(L.chartLabelText), value: number(Number.MIN_VALUE) });
const point = shape({ label: string(L.chartLabelText), value: number() });
const series = list(1, L.chartSeries, shape({ name: string(L.chartLabelText), data: list(1, L.chartLabels, point) }));
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
function block(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
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
  image: all(block(image, { ...imageSource, title: plain(L.imageAltText) }), exactlyOne("image_url", "slack_file")),
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

const VIEW_BLOCKS = Object.keys(BLOCKS).filter((type) => !["markdown", "table", "data_visualization"].includes(type));

export const messageBlocks = all(
  list(0, L.messageBlocks, tagged("block", BLOCKS)),
  uniqueIds,
  atMost(L.tablesPerMessage, "table"),
  atMost(L.chartsPerMessage, "data_visualization"),
);
const viewBlocks = all(list(0, L.viewBlocks, tagged("block", BLOCKS, VIEW_BLOCKS)), uniqueIds);
export const messageMetadata = shape({ event_type: id, event_payload: anything }, { entities: anything });

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
    (view, at) => (lacksSubmit(view) ? [wrong(at, "has an input block, so it must have submit")] : []),
  ),
});

function lacksSubmit(view: unknown): boolean {
  const blocks = isJsonObject(view) && view["submit"] === undefined ? view["blocks"] : [];
  return Array.isArray(blocks) && blocks.some((one) => isJsonObject(one) && one["type"] === "input");
}

function atMost(max: number, type: string): Check {
  return (blocks, at) => {
    const count = Array.isArray(blocks) ? blocks.filter((one) => isJsonObject(one) && one["type"] === type).length : 0;
    return count > max ? [wrong(at, `hold ${count} ${type} blocks, at most ${max} allowed`)] : [];
  };
}

/** A block_id is unique in the whole payload, an action_id in its block. */
function uniqueIds(blocks: unknown, at: string): readonly string[] {
  const known = Array.isArray(blocks) ? blocks.filter(isJsonObject) : [];
  const twice = (key: string, of: readonly unknown[], where: string): readonly string[] => {
    const values = of.filter(isJsonObject).flatMap((one) => (typeof one[key] === "string" ? [one[key]] : []));
    const repeated = new Set(values.filter((value, index) => values.indexOf(value) !== index));
    return [...repeated].map((value) => wrong(where, `use the ${key} "${value}" more than once`));
  };
  return [
    ...twice("block_id", known, at),
    ...known.flatMap((one, index) =>
      Array.isArray(one["elements"]) ? twice("action_id", one["elements"], `${at}/${index}/elements`) : [],
    ),
  ];
}

/** Characters of all texts inside blocks, at whatever depth: what Slack adds up for msg_blocks_too_long. */
export function totalText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + totalText(one), 0);
  if (!isJsonObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === "text" && typeof one === "string" ? countCodePoints(one) : totalText(one)),
    0,
  );
}
