/** What a small web page says: the ones behind links sent to one person. */
export interface PageWords {
  readonly linkOver: { readonly title: string; readonly text: string };
  /** Everything kept about one person, as a file. */
  readonly myData: { readonly title: string; readonly text: string; readonly open: string };
  readonly document: {
    readonly title: string;
    readonly text: string;
    readonly open: string;
    readonly notForYou: string;
  };
  /** A card for somebody without a chat: the mail, and the page that its buttons lead to. */
  readonly card: {
    /** In the mail. */
    readonly answerHere: string;
    readonly read: string;
    readonly becauseUnreachable: string;
    readonly becauseChosen: string;
    readonly repliesGoTo: string;
    readonly linkIsPersonal: string;
    /** On the page. */
    readonly whose: (name: string) => string;
    readonly spent: string;
    /** A button: the link was used, and its reader wants another. */
    readonly again: string;
    readonly onItsWay: string;
    readonly gone: string;
    /** After an answer whose outcome is no card of its own. */
    readonly noted: string;
    /** What was pressed is not on the card any more. */
    readonly changed: string;
    readonly back: string;
    readonly choose: string;
    /** Beside a field that is in another currency than one would think. */
    readonly inCurrency: (label: string, currency: string) => string;
  };
  readonly tooMany: { readonly title: string; readonly text: string };
}
