/** What a small web page says: the ones behind links sent to one person. */
export interface PageWords {
  readonly linkOver: { readonly title: string; readonly text: string };
  readonly document: {
    readonly title: string;
    readonly text: (name: string) => string;
    readonly open: string;
    readonly notForYou: string;
  };
}
