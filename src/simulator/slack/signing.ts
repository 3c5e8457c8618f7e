import { createHmac } from "node:crypto";

/** The two headers with which Slack proves that a request is its own: HMAC-SHA256 over `v0:seconds:body`. */
export function signSlackRequest(secret: string, body: string, wallMs: number): Readonly<Record<string, string>> {
  const seconds = Math.floor(wallMs / 1000);
  const digest = createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(seconds), "x-slack-signature": `v0=${digest}` };
}
