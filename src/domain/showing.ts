/**
 * What to show or send: names and ids only, never drawn content, so that nothing stale is ever posted. The outbox keeps
 * it until delivery; a shown card keeps it for as long as it may change.
 */
export type Showing =
  | { readonly show: "digest"; readonly day: string }
  | { readonly show: "ask"; readonly ask: number }
  | { readonly show: "customer"; readonly customer: string }
  | { readonly show: "portfolio"; readonly scope: string }
  /** A promise or a dispute in whatever state it is by then. */
  | { readonly show: "promise"; readonly promise: number }
  | { readonly show: "dispute"; readonly dispute: number }
  | { readonly show: "reply"; readonly reply: number }
  | { readonly show: "welcome"; readonly part: 1 | 2 | 3 }
  | { readonly show: "admin-trouble"; readonly day: string }
  /** Draws a shown card again where it stands. */
  | { readonly show: "redraw"; readonly shown: number }
  | { readonly show: "home" }
  /** Shows nothing: finds out whether a chat knows the person, before anything is to be said. */
  | { readonly show: "look-up" }
  | { readonly show: "reminder"; readonly reminder: number }
  | { readonly show: "invoice-copy"; readonly dispute: number };
