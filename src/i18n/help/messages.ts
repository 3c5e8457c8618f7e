/** `/aide`: what one can type, and the words of the trade. */
export interface HelpWords {
  readonly title: string;
  readonly intro: string;
  /** A command as typed, and what it shows. */
  readonly commands: readonly (readonly [command: string, what: string])[];
  readonly glossaryTitle: string;
  readonly glossary: readonly (readonly [term: string, meaning: string])[];
  /** Back from one word to the whole page. */
  readonly whole: string;
  readonly cost: string;
  readonly myData: string;
  readonly privacyTitle: string;
  readonly privacy: string;
}
