import { chartBars } from "#cards/chart-text.ts";
import type { Card, Control, Part, Text } from "#cards/card.ts";

/** A card as text: for notifications, logs and tests. Buttons stand in brackets. */
export function plainCard(card: Card): string {
  return card.parts.map(plainPart).join("\n");
}

/** Text without its looks. */
export function plainText(text: Text): string {
  return typeof text === "string" ? text : text.map((span) => span.text).join("");
}

function plainPart(part: Part): string {
  switch (part.is) {
    case "heading":
      return `# ${part.text}`;
    case "text":
    case "small":
      return plainText(part.text);
    case "facts":
      return part.facts.map(({ label, value }) => `${label} · ${plainText(value)}`).join("\n");
    case "item":
      return `- ${plainText(part.text)}${part.control === undefined ? "" : ` ${plainControl(part.control)}`}`;
    case "quote":
      return `> ${plainText(part.text).replaceAll("\n", "\n> ")}`;
    case "controls":
      return part.controls.map(plainControl).join(" ");
    case "chart":
      return [part.chart.title, ...chartBars(part.chart)].join("\n");
    case "line":
      return "---";
  }
}

function plainControl(control: Control): string {
  if (control.is === "button") return `[${control.label}]`;
  return `[${control.label} ▾ ${control.options.map((option) => option.label).join(" | ")}]`;
}
