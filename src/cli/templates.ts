import { wrongUse, type Command } from "#cli/command.ts";
import { PLACEHOLDERS, SHIPPED_TEMPLATES } from "#domain/mail-template.ts";
import { LOCALES, type Locale } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { rollBackWording } from "#usecases/scenarios/roll-back-scenario.ts";
import { previewTemplate } from "#usecases/scenarios/preview-template.ts";

const USES = `templates takes preview or rollback NAME [--locale fr|en] [--sender WHO], preview also [--html], or placeholders; names: ${SHIPPED_TEMPLATES.join(", ")}.`;

/** `templates preview NAME`: a wording as a customer reads it; `templates placeholders`: what it may have a place for. */
export const templatesCommand: Command = {
  name: "templates",
  usage: "preview NAME [--locale fr|en] [--sender WHO] [--html] | rollback NAME [...] | placeholders",
  does: "shows a wording as a customer would read it, or the list of placeholders",
  async run([verb, ...rest], env) {
    if (verb === "placeholders" && rest.length === 0) {
      const { places } = wordsFor("en").scenarios;
      const list = Object.entries(PLACEHOLDERS).map(([place, names]) => ({
        ...names,
        means: places[place as keyof typeof PLACEHOLDERS],
      }));
      env.answer(
        list,
        list.map(({ fr, en, means }) => `{{${fr}}}  {{${en}}}  ${means}`),
      );
      return 0;
    }
    if (verb !== "preview" && verb !== "rollback") throw wrongUse(USES);
    const { name, locale, sender, isHtml } = readArgs(rest, env.config.locale);
    if (verb === "rollback") {
      const back = await rollBackWording(await env.context(), { is: "system" }, { name, locale, sender });
      if (!back.ok) throw wrongUse(`The wording ${name} (${locale}) has nothing to go back to.`);
      const { version } = back.value;
      env.answer(back.value, [
        `${name} (${locale}) is again ${version === null ? "as shipped" : `as in version ${version}`}.`,
      ]);
      return 0;
    }
    const drawn = await previewTemplate(await env.context(), { name, locale, sender });
    if (!drawn.ok) throw wrongUse(`There is no wording ${name}. ${USES}`);
    const { subject, text, html } = drawn.value;
    env.answer(drawn.value, isHtml ? [html] : [subject, "", text.trimEnd()]);
    return 0;
  },
};

function readArgs(args: readonly string[], usual: Locale) {
  const words = args.flatMap((arg) => (/^--(locale|sender)=/.test(arg) ? arg.split(/=(.*)/s, 2) : [arg]));
  const option = (name: string) => {
    const at = words.indexOf(name);
    return at === -1 ? null : (words.splice(at, 2)[1] ?? "");
  };
  const asked = option("--locale") ?? usual;
  const sender = option("--sender");
  const html = words.indexOf("--html");
  if (html !== -1) words.splice(html, 1);
  const locale = LOCALES.find((known) => known === asked);
  const [name, ...more] = words;
  if (name === undefined || more.length > 0 || locale === undefined) throw wrongUse(USES);
  return { name, locale, sender, isHtml: html !== -1 };
}
