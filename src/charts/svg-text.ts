/** A label breaks where more would run into its neighbour. */
const LINE_LENGTH_MAX = 10;
export const LINE_HEIGHT = 12;

/** Text as it may stand in SVG. */
export function text(raw: string): string {
  return raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A label under its mark, on as many lines as it takes. */
export function label(raw: string, x: number, y: number): string {
  const lines = linesOf(raw).map(
    (line, index) => `<tspan x="${x}" y="${y + index * LINE_HEIGHT}">${text(line)}</tspan>`,
  );
  return `<text text-anchor="middle">${lines.join("")}</text>`;
}

/** A label broken where its words end. */
export function linesOf(raw: string): readonly string[] {
  const lines: string[] = [];
  for (const word of raw.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE_LENGTH_MAX) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
