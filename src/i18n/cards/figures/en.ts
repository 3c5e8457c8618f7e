import type { FiguresOf, FigureWords } from "#i18n/cards/figures/messages.ts";

export const figuresEn: FigureWords = {
  scope: scopeName,
};

function scopeName(whose: FiguresOf): string {
  switch (whose.is) {
    case "company":
      return "the whole company";
    case "mine":
      return "your customers";
    case "my-team":
      return "your team";
    case "team":
      return `the team of ${whose.name}`;
    case "person":
      return `customers of ${whose.name}`;
    case "seller":
      return whose.name;
  }
}
