/** R8: three short messages, once, before the first digest. */
export interface WelcomeWords {
  readonly hello: {
    readonly summary: string;
    readonly text: (name: string, hour: string) => string;
    readonly button: string;
  };
  readonly reading: { readonly summary: string; readonly lines: readonly string[]; readonly button: string };
  readonly cost: { readonly summary: string; readonly lines: readonly string[]; readonly button: string };
}
