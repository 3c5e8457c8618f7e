import { fileURLToPath } from "node:url";

import Pdfkit from "pdfkit";

import type { LetterTable, LetterText } from "#i18n/letters/letter-text.ts";

/** Points; A4 is 595 x 842. */
const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM } as const;
const LEFT = 20 * MM;
const WIDTH = PAGE.width - 2 * LEFT;
const TOP = 20 * MM;
const FOOT = 24 * MM;
/** The window of a French C5/6 envelope: 100 mm from the left, 50 mm from the top, 90 x 40 mm. */
const WINDOW = { left: 108 * MM, top: 50 * MM, width: 82 * MM } as const;
const BODY_TOP = 98 * MM;

/** The closing words, room to sign, and the name. */
const CLOSING_HEIGHT = 33 * MM;

const SIZE = 9.5;
const SMALL = 7.5;
const LINE_GAP = 1.6;
const PARAGRAPH_GAP = 6;
const ROW_PADDING = 3.2;
const GREY = "#555555";

const FONTS = {
  plain: fileURLToPath(import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf")),
  bold: fileURLToPath(import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf")),
} as const;

type Pdf = InstanceType<typeof Pdfkit>;

/** Lays a letter out on A4 as French business letters are: sender left, address in the window right. Same words, same bytes. */
export async function printLetter(letter: LetterText, at: Date): Promise<Uint8Array> {
  const pdf = new Pdfkit({
    size: "A4",
    margins: { top: TOP, bottom: FOOT, left: LEFT, right: LEFT },
    bufferPages: true,
    lang: "fr-FR",
    info: { Title: letter.title, Author: letter.sender[0] ?? "", CreationDate: at, ModDate: at },
  });
  const bytes = collected(pdf);
  pdf.registerFont("plain", FONTS.plain);
  pdf.registerFont("bold", FONTS.bold);
  head(pdf, letter);
  for (const text of letter.before) paragraph(pdf, text);
  table(pdf, letter.table);
  for (const [index, text] of letter.after.entries()) paragraph(pdf, text, index === 0);
  closing(pdf, letter);
  feet(pdf, letter);
  pdf.end();
  return await bytes;
}

function head(pdf: Pdf, letter: LetterText): void {
  pdf.font("bold").fontSize(SIZE);
  lines(pdf, letter.sender.slice(0, 1), LEFT, TOP);
  pdf.font("plain");
  lines(pdf, letter.sender.slice(1), LEFT, pdf.y);
  pdf.fontSize(SMALL).fillColor(GREY);
  pdf.text(letter.carriage, WINDOW.left, WINDOW.top - 5 * MM, { width: WINDOW.width });
  pdf.fontSize(SIZE).fillColor("black");
  lines(pdf, letter.recipient, WINDOW.left, WINDOW.top, WINDOW.width);
  pdf.fontSize(SIZE).text(letter.placeAndDate, WINDOW.left, 88 * MM, { width: WINDOW.width });
  pdf.fontSize(SMALL).fillColor(GREY);
  lines(pdf, letter.references, LEFT, 84 * MM);
  pdf
    .fillColor("black")
    .font("bold")
    .fontSize(SIZE + 1.5);
  pdf.text(letter.object, LEFT, BODY_TOP, { width: WIDTH });
  pdf.moveDown(0.8);
  pdf.font("plain").fontSize(SIZE);
  paragraph(pdf, letter.salutation);
}

function lines(pdf: Pdf, texts: readonly string[], x: number, y: number, width = WIDTH / 2): void {
  let at = y;
  for (const text of texts) {
    pdf.text(printable(text), x, at, { width, lineGap: LINE_GAP });
    at = pdf.y;
  }
}

function paragraph(pdf: Pdf, text: string, strong = false): void {
  pdf.font(strong ? "bold" : "plain").fontSize(SIZE);
  const options = { width: WIDTH, lineGap: LINE_GAP };
  if (pdf.y + pdf.heightOfString(text, options) > PAGE.height - FOOT) pdf.addPage();
  pdf.text(printable(text), LEFT, pdf.y, options);
  pdf.y += PARAGRAPH_GAP;
}

/** Rows that do not fit go on under the same head; no row is cut in two. */
function table(pdf: Pdf, given: LetterTable): void {
  pdf.y += 2;
  row(pdf, given, given.head, true);
  for (const [index, cells] of given.rows.entries()) {
    // The last row takes the total with it: a total alone on a page says nothing.
    const wanted = rowHeight(pdf, given, cells) * (index === given.rows.length - 1 ? 2 : 1);
    if (pdf.y + wanted > PAGE.height - FOOT - SIZE * 2) {
      pdf.font("plain").fontSize(SMALL).fillColor(GREY);
      pdf.text(given.goesOn, LEFT, pdf.y + ROW_PADDING, { width: WIDTH, align: "right" });
      pdf.fillColor("black");
      pdf.addPage();
      row(pdf, given, given.head, true);
    }
    row(pdf, given, cells, false);
  }
  row(pdf, given, given.total, true);
  pdf.y += PARAGRAPH_GAP * 1.5;
}

function row(pdf: Pdf, given: LetterTable, cells: readonly string[], strong: boolean): void {
  const top = pdf.y;
  const height = rowHeight(pdf, given, cells);
  pdf.font(strong ? "bold" : "plain").fontSize(SIZE - 1);
  if (strong) pdf.rect(LEFT, top, WIDTH, height).fill("#f0f0f0").fillColor("black");
  let x = LEFT;
  for (const [index, cell] of cells.entries()) {
    const width = columnWidth(given, index);
    pdf.text(printable(cell), x + ROW_PADDING, top + ROW_PADDING, {
      width: width - 2 * ROW_PADDING,
      align: index >= given.figuresFrom ? "right" : "left",
    });
    x += width;
  }
  pdf
    .moveTo(LEFT, top + height)
    .lineTo(LEFT + WIDTH, top + height)
    .lineWidth(0.4)
    .strokeColor("#999999")
    .stroke();
  pdf.x = LEFT;
  pdf.y = top + height;
}

function rowHeight(pdf: Pdf, given: LetterTable, cells: readonly string[]): number {
  pdf.font("bold").fontSize(SIZE - 1);
  const heights = cells.map((cell, index) =>
    pdf.heightOfString(printable(cell) || " ", { width: columnWidth(given, index) - 2 * ROW_PADDING }),
  );
  return Math.max(...heights) + 2 * ROW_PADDING;
}

function columnWidth(given: LetterTable, index: number): number {
  const sum = given.widths.reduce((total, width) => total + width, 0);
  return ((given.widths[index] ?? 0) / sum) * WIDTH;
}

/** The signature stays with the closing words. */
function closing(pdf: Pdf, letter: LetterText): void {
  if (pdf.y + CLOSING_HEIGHT > PAGE.height - FOOT) pdf.addPage();
  paragraph(pdf, letter.closing);
  pdf.y += 4 * MM;
  const [first = "", ...others] = letter.signature;
  pdf.font("plain").text(printable(first), WINDOW.left, pdf.y, { width: WINDOW.width });
  pdf.y += 10 * MM;
  pdf.font("bold");
  lines(pdf, others, WINDOW.left, pdf.y, WINDOW.width);
}

function feet(pdf: Pdf, letter: LetterText): void {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    // Text below the margin would open a new page.
    pdf.page.margins.bottom = 0;
    pdf.font("plain").fontSize(SMALL).fillColor(GREY);
    pdf.text(printable(letter.mentions), LEFT, PAGE.height - 18 * MM, {
      width: WIDTH - 28 * MM,
      height: 10 * MM,
      ellipsis: true,
    });
    pdf.text(letter.page(page + 1, count), LEFT, PAGE.height - 18 * MM, { width: WIDTH, align: "right" });
    if (letter.draft !== null) {
      pdf
        .font("bold")
        .fontSize(SIZE + 1)
        .fillColor("#b91c1c");
      pdf.text(printable(letter.draft), LEFT, 9 * MM, { width: WIDTH, align: "center" });
    }
    pdf.fillColor("black");
  }
}

/** Control characters have no shape; everything else is drawn by the font or as its empty box. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replace(/[\u0000-\u001f\u007f]/g, " ");
}

async function collected(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return await new Promise((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
}
