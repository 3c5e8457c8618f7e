/** @import { ChatName, Json, MailState, PageState } from "./wire.d.ts" */

/**
 * @param {string} user
 * @param {ChatName} chat
 * @param {string | null} channel
 * @returns {Promise<PageState>}
 */
export async function loadPage(user, chat, channel) {
  const asked = new URLSearchParams({ user, chat, ...(channel === null ? {} : { channel }) });
  return /** @type {PageState} */ (await answerOf(await fetch(`/simulator/page?${asked}`)));
}

/**
 * @param {string} user
 * @param {string | null} customer
 * @returns {Promise<MailState>}
 */
export async function loadMail(user, customer) {
  const asked = new URLSearchParams({ user, ...(customer === null ? {} : { customer }) });
  return /** @type {MailState} */ (await answerOf(await fetch(`/simulator/page/mail?${asked}`)));
}

/**
 * Does something through the simulator's control; throws its sentence when it cannot be done.
 * @param {string} path
 * @param {Json} body
 * @returns {Promise<Json>}
 */
export async function post(path, body) {
  const response = await fetch(`/simulator/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return /** @type {Json} */ (await answerOf(response));
}

/**
 * @param {Response} response
 * @returns {Promise<unknown>}
 */
async function answerOf(response) {
  const answer = /** @type {{ error?: string }} */ (await response.json());
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}
