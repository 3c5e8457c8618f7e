import type { ActionTable, ControlAction } from "#chat/action-table.ts";
import { actorOf, cardOf, refuse, refusalSentence, show, type Asked } from "#chat/asked.ts";
import { missing } from "#chat/form-reply.ts";
import { dayOf, idOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { readPauseScope } from "#cards/forms/pause-form.ts";
import { isDay } from "#domain/calendar.ts";
import { COMPANY_FIELDS, type CompanyTyped } from "#domain/company-choices.ts";
import { readDay } from "#domain/day-words.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { wordsFor } from "#i18n/words.ts";
import { changeCompanyChoices } from "#usecases/company/company-settings.ts";
import { drawStops } from "#usecases/stops/draw-stops.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { drawFinanceList } from "#usecases/reports/finance-list.ts";
import { flagReminder } from "#usecases/dunning/flag-reminder.ts";
import { goLive } from "#usecases/dunning/go-live.ts";
import { pauseDunning, resumeDunning } from "#usecases/stops/pause-dunning.ts";
import type { Result } from "#usecases/result.ts";
import { showSentMail } from "#usecases/letters/show-document.ts";
import { showPreview } from "#usecases/dunning/show-preview.ts";
import { showEffects } from "#usecases/dunning/step-effects.ts";

/** Finance's buttons on dunning as a whole. */
export const CONTROL: Pick<ActionTable, ControlAction> = {
  "show-preview": async (asked, input) => page(asked, await showPreview(asked.context, asked.person, input)),
  "show-stops": async (asked, { page: number }) => {
    if (number === undefined) return finances(asked, () => show(asked, { show: "stops" }));
    const drawn = await drawStops(drawingFor(asked.context, asked.person), number);
    return drawn === null ? refuse(asked, { why: "not-allowed" }) : cardOf(asked, drawn, { show: "stops" }, false);
  },
  "show-finance-list": async (asked, { page: number }) => {
    const drawn = await drawFinanceList(drawingFor(asked.context, asked.person), number);
    if (drawn === null) return refuse(asked, { why: "not-allowed" });
    return cardOf(asked, drawn, { show: "finance-list" }, number === undefined);
  },
  "show-effectiveness": async (asked) => page(asked, await showEffects(asked.context, asked.person)),
  "go-live": async (asked) => {
    const went = await goLive(asked.context, actorOf(asked), { seller: null, undo: false });
    if (went.ok) return show(asked, { show: "start" });
    return refuse(asked, { why: went.why === "not-allowed" ? "not-allowed" : "gone" });
  },
  "pause-day": async (asked, { on }) => {
    if (!isDay(on)) return refuse(asked, { why: "gone" });
    const { reason } = wordsFor(asked.context.locale).control.evening;
    const input = { scope: "company", key: null, from: on, until: on, reason } as const;
    const paused = await pauseDunning(asked.context, actorOf(asked), input);
    return paused.ok ? show(asked, { show: "evening", day: on }) : refuse(asked, paused.refusal);
  },
  "end-pause": async (asked, { pause }) => {
    const resumed = await resumeDunning(asked.context, actorOf(asked), { pause: pause ?? null });
    if (!resumed.ok) return refuse(asked, resumed.refusal);
    return show(asked, asked.standing?.show === "evening" ? asked.standing : { show: "stops" });
  },
};

type ControlForm = "pause" | "company" | "badly-received";

export const CONTROL_FORMS: Readonly<Record<ControlForm, (asked: Asked, answer: FormAnswer) => Promise<Reply>>> = {
  async pause(asked, answer) {
    const scope = readPauseScope(textOf(answer, "scope") ?? "");
    if (scope === null) return missing(asked, "scope");
    const input = { ...scope, until: dayOf(answer, "until") ?? null, reason: textOf(answer, "reason") ?? "" };
    const paused = await pauseDunning(asked.context, actorOf(asked), input);
    if (paused.ok) return show(asked, { show: "stops" });
    const fields = { "text-missing": "reason", "date-in-past": "until", "unknown-scope": "scope" } as const;
    const field = fields[paused.refusal.why as keyof typeof fields];
    if (field === undefined) return refuse(asked, paused.refusal);
    return { is: "mend", fields: { [field]: refusalSentence(asked, paused.refusal) } };
  },
  async "badly-received"(asked, answer) {
    const reminder = idOf(answer, "reminder");
    if (reminder === undefined) return refuse(asked, { why: "gone" });
    const input = { reminder, comment: textOf(answer, "comment") };
    const flagged = await flagReminder(asked.context, asked.person, input);
    if (!flagged.ok) return refuse(asked, flagged.refusal);
    return page(asked, await showSentMail(asked.context, asked.person, { reminder }));
  },
  async company(asked, answer) {
    const typed = Object.fromEntries(COMPANY_FIELDS.map((field) => [field, textOf(answer, field) ?? ""]));
    const changed = await changeCompanyChoices(asked.context, asked.person, typed as CompanyTyped);
    if (!changed.ok) return refuse(asked, changed.refusal);
    if (changed.value.is === "changed") return show(asked, { show: "company-settings" });
    const { wrong } = wordsFor(asked.person.locale).control.company;
    return { is: "mend", fields: Object.fromEntries(changed.value.fields.map((field) => [field, wrong[field]])) };
  },
};

/** `/apercu`, `/apercu vendredi`. */
export async function previewTyped(asked: Asked, typed: string): Promise<Reply> {
  const on = typed === "" ? undefined : readDay(typed, asked.context.today);
  if (on === "ambiguous") return refuse(asked, { why: "date-ambiguous", typed });
  if (on === null) return refuse(asked, { why: "date-not-understood", typed });
  return CONTROL["show-preview"](asked, { do: "show-preview", on });
}

/** `/demarrage`: what a go-live would do, and its button. */
export async function startTyped(asked: Asked): Promise<Reply> {
  const maySee = mayTouch(asked.person, THE_COMPANY, "go-live");
  return maySee ? show(asked, { show: "start" }) : refuse(asked, { why: "not-allowed" });
}

/** `/reglages`: finance sees the company's beside its own; everybody else the form of theirs. Null = the form. */
export async function settingsTyped(asked: Asked): Promise<Reply | null> {
  const keepsSettings = mayTouch(asked.person, THE_COMPANY, "change-settings");
  return keepsSettings ? show(asked, { show: "company-settings" }) : null;
}

/** A page stands alone, and is not drawn again by itself. */
async function page(asked: Asked, found: Result<Drawn>): Promise<Reply> {
  return found.ok ? cardOf(asked, found.value, null) : refuse(asked, found.refusal);
}

async function finances(asked: Asked, act: () => Promise<Reply>): Promise<Reply> {
  return mayTouch(asked.person, THE_COMPANY, "preview-dunning") ? act() : refuse(asked, { why: "not-allowed" });
}
