import { post } from "./api.js";
import { isJson } from "./json.js";
import { markBusy } from "./talk.js";
import { wordsFor } from "./words.js";

/** @import { Drawing, Json, Message, Place, Tap, TeamsMessage } from "./wire.d.ts" */

/**
 * @typedef {object} ActDeps
 * @property {Place} place
 * @property {() => boolean} hasForm Whether a form is open: then what is clicked is in it.
 * @property {(id: string) => string} nameOf
 * @property {() => string} handle Of whom is played.
 * @property {(command: string) => boolean} isOffered Whether the app has such a slash command.
 * @property {(act: () => Promise<void>) => Promise<void>} doing Does it, says when it fails, shows what came of it.
 */

/**
 * What a person does in Slack.
 * @param {ActDeps} deps
 */
export function slackActs({ place, hasForm, nameOf, isOffered, doing }) {
  return {
    /**
     * How the blocks of a message (or, without one, of the home or form) act.
     * @param {Message | null} message
     * @returns {Drawing}
     */
    drawingOf(message) {
      const where = () => {
        if (message !== null) return { ts: message.ts, channel: message.channel };
        return hasForm() ? {} : { home: true };
      };
      return {
        nameOf,
        act: (act) =>
          doing(() =>
            busyWith(message?.ts ?? null, async () =>
              acknowledged(place, await post("slack/click", { user: place.user, ...where(), ...act })),
            ),
          ),
      };
    },

    /**
     * A slash command, or a message to Relais or the channel.
     * @param {string} text
     * @param {string | null} channel
     */
    async say(text, channel) {
      const here = channel === null ? {} : { channel };
      const [, command, rest] = /^(\/\S+)\s*(.*)$/s.exec(text) ?? [];
      if (command !== undefined && !isOffered(command)) throw new Error(wordsFor(place.locale).noCommand(command));
      const answer =
        command === undefined
          ? await post("slack/say", { user: place.user, ...here, text })
          : await post("slack/command", { user: place.user, ...here, command, text: rest ?? "" });
      acknowledged(place, answer);
    },

    /**
     * @param {Json} values
     * @returns {Promise<Readonly<Record<string, string>>>}
     */
    async submit(values) {
      /** @type {Readonly<Record<string, string>>} */
      let errors = {};
      await doing(async () => {
        const outcome = await post("slack/submit", { user: place.user, values });
        errors = /** @type {Readonly<Record<string, string>>} */ (outcome["errors"] ?? {});
      });
      return errors;
    },

    close: () => doing(async () => void (await post("slack/close", { user: place.user }))),
  };
}

/**
 * What a person does in Teams; sentences that pop up come with the next look.
 * @param {ActDeps} deps
 */
export function teamsActs({ place, handle, doing }) {
  return {
    /**
     * @param {TeamsMessage} message
     * @param {string | null} conversation
     * @param {Tap} tap
     */
    tap: (message, conversation, tap) =>
      doing(() =>
        busyWith(message.ts, async () => {
          const here = conversation === null ? {} : { conversation };
          await post("teams/click", { user: handle(), ...here, message: message.id, ...tap });
        }),
      ),

    /**
     * @param {string} text
     * @param {string | null} conversation
     */
    async say(text, conversation) {
      const here = conversation === null ? {} : { conversation };
      acknowledged(place, await post("teams/say", { user: handle(), ...here, text }));
    },

    /** @param {Json} values */
    submit: (values) => doing(async () => void (await post("teams/submit", { user: handle(), values }))),

    close: () => doing(async () => void (await post("teams/close", { user: handle() }))),
  };
}

/**
 * @param {string | null} ts
 * @param {() => Promise<void>} act
 */
async function busyWith(ts, act) {
  markBusy(ts, true);
  try {
    await act();
  } finally {
    markBusy(ts, false);
  }
}

/**
 * A chat shows when the app did not take an act.
 * @param {Place} place
 * @param {Json} outcome
 */
function acknowledged(place, { ack }) {
  if (isJson(ack) && ack["error"] !== null) throw new Error(wordsFor(place.locale).failed);
}
