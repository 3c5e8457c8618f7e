import { neverLeft } from "#chat/never-left.ts";
import { fault, isFault, type Fault } from "#usecases/fault.ts";

const SECOND_MS = 1_000;
/** When Slack says "too many" without saying for how long. */
const RATE_LIMIT_MS = 30_000;
/** A token or a scope is for an operator to mend: nothing is lost meanwhile. */
const OPERATOR_MS = 900_000;

/** It will never work: the place or the message is gone, or the content is not one that Slack takes. */
const GONE = new Set([
  "account_inactive",
  "cannot_dm_bot",
  "cant_update_message",
  "channel_not_found",
  "edit_window_closed",
  "invalid_arguments",
  "invalid_blocks",
  "is_archived",
  "message_not_found",
  "messages_tab_disabled",
  "msg_blocks_too_long",
  "msg_too_long",
  "not_in_channel",
  "user_disabled",
  "user_not_found",
  "view_too_large",
]);

const FOR_THE_OPERATOR = new Set([
  "app_missing_action_url",
  "invalid_auth",
  "missing_scope",
  "no_permission",
  "not_allowed_token_type",
  "not_authed",
  "org_login_required",
  "team_access_not_granted",
  "token_expired",
  "token_revoked",
]);

/** Slack failed inside: what was asked may have been done all the same. */
const TROUBLE_INSIDE = new Set([
  "fatal_error",
  "internal_error",
  "request_timeout",
  "service_unavailable",
  "team_added_to_org",
]);

/** What web-api throws, as the fault that the deliverer knows. Source: WebAPICallError of @slack/web-api 8. */
export function faultOf(error: unknown, method: string): Fault {
  if (isFault(error)) return error;
  const said = slackError(error);
  if (said !== null) return refusedBySlack(said, method);
  const { code, message } = described(error);
  switch (code) {
    case "slack_webapi_rate_limited_error": {
      const retryAfterMs = numberAt(error, "retryAfter", RATE_LIMIT_MS / SECOND_MS) * SECOND_MS;
      return fault(`Slack asks ${method} to wait.`, { retryAfterMs });
    }
    case "slack_webapi_http_error": {
      const status = numberAt(error, "statusCode", 0);
      return fault(`Slack answered ${method} with ${status}.`, { ambiguous: status >= 500 });
    }
    case "slack_webapi_request_error":
      return fault(`Slack did not answer ${method}: ${message}`, { ambiguous: !neverLeft(networkCode(error)) });
    default:
      // A 429 without Retry-After is a plain error in web-api; anything else may have happened after the call was made.
      return message.startsWith("Retry header")
        ? fault(`Slack asks ${method} to wait.`, { retryAfterMs: RATE_LIMIT_MS })
        : fault(`${method} failed: ${message}`, { ambiguous: true });
  }
}

/** Slack's own word for what is wrong ("channel_not_found"); null when it gave none. */
export function slackError(error: unknown): string | null {
  if (described(error).code !== "slack_webapi_platform_error") return null;
  const { data } = error as { readonly data?: { readonly error?: unknown } };
  return typeof data?.error === "string" ? data.error : null;
}

/** What Slack says with one of these errors is an answer, not a fault: nobody by that name, no such channel. */
export async function orNull<T>(errors: readonly string[], call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isFault(error) && errors.some((one) => error.message.endsWith(`: ${one}`))) return null;
    throw error;
  }
}

/** Slack understood the call and said no, in its own word for why. */
export function refusedBySlack(said: string, method: string): Fault {
  const message = `Slack refused ${method}: ${said}`;
  if (GONE.has(said)) return fault(message, { gone: true });
  if (FOR_THE_OPERATOR.has(said)) return fault(message, { retryAfterMs: OPERATOR_MS });
  if (said === "ratelimited") return fault(message, { retryAfterMs: RATE_LIMIT_MS });
  return fault(message, { ambiguous: TROUBLE_INSIDE.has(said) });
}

/** The code of the network's own error, which web-api wraps. */
function networkCode(error: unknown): unknown {
  const { original } = error as {
    readonly original?: { readonly code?: unknown; readonly cause?: { readonly code?: unknown } };
  };
  return original?.cause?.code ?? original?.code;
}

function described(error: unknown): { readonly code: string | null; readonly message: string } {
  if (!(error instanceof Error)) return { code: null, message: String(error) };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { code, message: error.message };
}

function numberAt(error: unknown, field: string, otherwise: number): number {
  const value = (error as Readonly<Record<string, unknown>>)[field];
  return typeof value === "number" ? value : otherwise;
}
