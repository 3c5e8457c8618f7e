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
}
