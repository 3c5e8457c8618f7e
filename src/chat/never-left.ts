/** Before anything was sent: nobody by that name, nobody there, no way there, or somebody who is not who they claim to be. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
]);

/** Whether a request certainly never reached the chat, by the code of its error: it may be sent again without harm. */
export function neverLeft(code: unknown): boolean {
  return typeof code === "string" && BEFORE_SENDING.has(code);
}
