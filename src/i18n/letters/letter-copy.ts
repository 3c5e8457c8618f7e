import type { Day } from "#domain/calendar.ts";
import type { Letter } from "#i18n/mail/letter.ts";
import { frenchSpaces } from "#i18n/french-spaces.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** The e-mail that carries the copy of a posted formal notice; in French as the letter is. */
export function letterCopyMail(copy: {
  readonly seller: string;
  readonly signer: string;
  readonly postedOn: Day;
  readonly number: string;
}): Letter {
  return {
    locale: "fr",
    subject: `Copie de notre lettre du ${say.day(copy.postedOn, "full")}`,
    parts: [
      { is: "paragraph", text: "Madame, Monsieur," },
      {
        is: "paragraph",
        text: frenchSpaces(
          `Vous trouverez ci-joint la copie de la lettre recommandée n° ${copy.number}, postée le ${say.day(copy.postedOn, "full")}. Une question, ou un paiement déjà fait ? Une réponse à ce message suffit.`,
        ),
      },
      { is: "signature", lines: [copy.signer, copy.seller] },
    ],
  };
}
