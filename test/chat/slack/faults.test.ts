import { expect, test } from "vitest";

import { faultOf } from "#chat/slack/faults.ts";

const coded = (code: string, more: object) => Object.assign(new Error("no"), { code, ...more });
const platform = (error: string) => coded("slack_webapi_platform_error", { data: { ok: false, error } });
const unreached = (code: string) =>
  coded("slack_webapi_request_error", {
    original: Object.assign(new TypeError("fetch failed"), { cause: { code } }),
  });

test.each([
  [
    "a 429 says how long to wait, and that nothing happened",
    coded("slack_webapi_rate_limited_error", { retryAfter: 7 }),
    { retryAfterMs: 7_000, ambiguous: false, gone: false },
  ],
  [
    "a 429 without a time",
    new Error("Retry header did not contain a valid timeout (url: x)"),
    { retryAfterMs: 30_000, ambiguous: false },
  ],
  [
    "a 500",
    coded("slack_webapi_http_error", { statusCode: 500 }),
    { ambiguous: true, gone: false, retryAfterMs: null },
  ],
  ["a 403", coded("slack_webapi_http_error", { statusCode: 403 }), { ambiguous: false }],
  ["a cut connection", unreached("ECONNRESET"), { ambiguous: true }],
  [
    "a time-out",
    coded("slack_webapi_request_error", { original: new DOMException("late", "TimeoutError") }),
    { ambiguous: true },
  ],
  ["nobody there", unreached("ECONNREFUSED"), { ambiguous: false }],
  ["trouble inside Slack", platform("internal_error"), { ambiguous: true }],
  ["a deleted channel", platform("channel_not_found"), { gone: true, ambiguous: false }],
  ["an archived channel", platform("is_archived"), { gone: true }],
  ["a closed account", platform("account_inactive"), { gone: true }],
  [
    "a revoked token: waits for the operator",
    platform("token_revoked"),
    { gone: false, ambiguous: false, retryAfterMs: 900_000 },
  ],
  ["an error nobody knows", platform("something_new"), { gone: false, ambiguous: false, retryAfterMs: null }],
  ["an answer that is no JSON", new SyntaxError("Unexpected token <"), { ambiguous: true }],
])("%s", (_, error, expected) => {
  expect(faultOf(error, "chat.postMessage")).toMatchObject({ name: "Fault", ...expected });
});
