import type { FiguresOf, FigureWords } from "#i18n/cards/figures/messages.ts";
import { of } from "#i18n/french-of.ts";

export const figuresFr: FigureWords = {
  scope: scopeName,
};

function scopeName(whose: FiguresOf): string {
  switch (whose.is) {
    case "company":
      return "toute l'entreprise";
    case "mine":
      return "vos clients";
    case "my-team":
      return "votre équipe";
    case "team":
      return `l'équipe ${of(whose.name)}`;
    case "person":
      return `les clients ${of(whose.name)}`;
    case "seller":
      return whose.name;
  }
}
