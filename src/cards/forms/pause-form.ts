import type { Form } from "#cards/card.ts";
import { choiceField, dayField, lineField } from "#cards/forms/field.ts";
import type { Words } from "#i18n/words.ts";

export interface PauseFormView {
  readonly sellers: readonly { readonly code: string; readonly name: string }[];
  readonly segments: readonly string[];
}

/** Room for a reason: one line on every card. */
export const PAUSE_REASON_LENGTH_MAX = 120;
const SEPARATOR = ":";

/** Fields: `scope` ("company", "seller:CODE", "segment:NAME"), `until`, `reason`. */
export function pauseForm(view: PauseFormView, words: Words): Form {
  const say = words.control.stops.form;
  const scopes = [
    { label: say.company, value: "company" },
    ...view.sellers.map(({ code, name }) => ({ label: say.seller(name), value: `seller${SEPARATOR}${code}` })),
    ...view.segments.map((name) => ({ label: say.segment(name), value: `segment${SEPARATOR}${name}` })),
  ];
  return {
    name: "pause",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    fields: [
      choiceField("scope", say.scope, scopes, { value: "company" }),
      dayField("until", say.until, { hint: say.untilHint, optional: true }),
      lineField("reason", say.reason, PAUSE_REASON_LENGTH_MAX, { hint: say.reasonHint }),
    ],
    context: {},
  };
}

/** What was chosen: "company", or what and its key; null for anything else. */
export function readPauseScope(
  value: string,
): { readonly scope: "company" | "seller" | "segment"; readonly key: string | null } | null {
  if (value === "company") return { scope: "company", key: null };
  const at = value.indexOf(SEPARATOR);
  const [scope, key] = [value.slice(0, at), value.slice(at + 1)];
  return at > 0 && key !== "" && (scope === "seller" || scope === "segment") ? { scope, key } : null;
}
