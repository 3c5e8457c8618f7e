import type { Letter, LetterPart, LetterTable } from "#i18n/mail/letter.ts";

const NUMBER_COLUMNS = 2;
const COLUMN_GAP = "  ";
const FONT = "font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#222222";
const CELL = "padding:6px;border-bottom:1px solid #dddddd";
/** A phone is narrower than the table: one column less there, in mail programs that read this; the others wrap. */
const PHONE_STYLE =
  "@media (max-width:480px){.wide{display:none!important}.cell{font-size:13px!important;padding:6px 4px!important}}";

/** The letter as plain text, for readers and machines that show no HTML. */
export function letterText(letter: Letter): string {
  return `${letter.parts.map(partText).join("\n\n")}\n`;
}

/** The letter as HTML that every mail program shows: simple tables, inline styles, nothing loaded from outside. */
export function letterHtml(letter: Letter): string {
  return [
    "<!doctype html>",
    `<html lang="${letter.locale}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(letter.subject)}</title><style>${PHONE_STYLE}</style></head>`,
    `<body style="margin:0;padding:16px;max-width:680px;${FONT}">`,
    ...letter.parts.map(partHtml),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function partText(part: LetterPart): string {
  switch (part.is) {
    case "paragraph":
      return part.text;
    case "table":
      return tableText(part.table);
    case "link":
      return `${part.label}\n${part.href}`;
    case "signature":
      return part.lines.join("\n");
    default:
      return part satisfies never;
  }
}

function tableText(table: LetterTable): string {
  const labels = table.totals.map((total) => [total.label, total.amount] as const);
  const lines = [table.columns, ...table.rows];
  const widths = table.columns.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  const amountWidth = Math.max(widths.at(-1) ?? 0, ...labels.map(([, amount]) => amount.length));
  widths[widths.length - 1] = amountWidth;
  const width = widths.reduce((total, each) => total + each, COLUMN_GAP.length * (widths.length - 1));
  const row = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        isNumber(column, widths.length) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join(COLUMN_GAP);
  const rule = "-".repeat(width);
  const totals = labels.map(([label, amount]) => label.padEnd(width - amountWidth) + amount.padStart(amountWidth));
  return [row(table.columns), rule, ...table.rows.map(row), rule, ...totals].join("\n");
}

function partHtml(part: LetterPart): string {
  switch (part.is) {
    case "paragraph":
      return `<p style="margin:0 0 14px">${escapeHtml(part.text)}</p>`;
    case "table":
      return tableHtml(part.table);
    case "link":
      return `<p style="margin:0 0 14px"><a href="${escapeHtml(part.href)}" style="color:#0b57d0">${escapeHtml(part.label)}</a></p>`;
    case "signature":
      return `<p style="margin:20px 0 0">${part.lines.map(escapeHtml).join("<br>")}</p>`;
    default:
      return part satisfies never;
  }
}

function tableHtml(table: LetterTable): string {
  const size = table.columns.length;
  const cell = (tag: "td" | 'th scope="col"', text: string, column: number) => {
    const wide = column === table.leftOutOnPhones ? " wide" : "";
    // A long number breaks where it must; a date never within its year.
    const breaks = column === 0 ? ";overflow-wrap:anywhere" : "";
    const fit = isNumber(column, size) ? "text-align:right;white-space:nowrap" : `text-align:left${breaks}`;
    return `<${tag} class="cell${wide}" style="${CELL};${fit}">${escapeHtml(text)}</${tag.slice(0, 2)}>`;
  };
  const head = table.columns.map((title, column) => cell('th scope="col"', title, column));
  const rows = table.rows.map((cells) => `<tr>${cells.map((text, column) => cell("td", text, column)).join("")}</tr>`);
  // The empty cell goes with the column that a phone leaves out, so that amounts stay under amounts.
  const totals = table.totals.map(
    ({ label, amount }) =>
      `<tr><td class="cell" colspan="${size - 2}" style="${CELL};text-align:left"><strong>${escapeHtml(label)}</strong></td>` +
      `<td class="cell wide" style="${CELL}"></td>` +
      `<td class="cell" style="${CELL};text-align:right;white-space:nowrap"><strong>${escapeHtml(amount)}</strong></td></tr>`,
  );
  return [
    `<table cellpadding="0" cellspacing="0" style="border-collapse:collapse;max-width:100%;margin:6px 0 20px;${FONT}">`,
    `<tr>${head.join("")}</tr>`,
    ...rows,
    ...totals,
    "</table>",
  ].join("\n");
}

function isNumber(column: number, columns: number): boolean {
  return column >= columns - NUMBER_COLUMNS;
}

/** Names and numbers come from files: they are text, whatever they hold. */
function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
