import { textFromHtml } from "#email/html-text.ts";
import type { ReceivedMail } from "#simulator/mailbox/mailbox.ts";
import { plainly } from "./flow-chat.ts";

/** A page behind a link, as somebody sees it in a browser without scripts. */
export interface LinkPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What is read, without what only typography needs. */
  readonly text: string;
  /** What can be pressed or filled in, by the words on it. */
  readonly offers: readonly string[];
  /** Presses a button, or sends the form that unfolds under these words; gives the page that follows. */
  press(label: string, values?: Readonly<Record<string, string>>): Promise<LinkPage>;
}

interface SeenForm {
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
}

const LINK = /\/links\/([\w-]{43})/;
const FORM = /(?:<summary>([^<]*)<\/summary>\s*)?<form[^>]*>([\s\S]*?)<\/form>/g;

/** The path of the link that a mail holds. */
export function linkIn(mail: Pick<ReceivedMail, "text">): string {
  const [path] = LINK.exec(mail.text) ?? [];
  if (path === undefined) throw new Error(`There is no link in: ${mail.text}`);
  return path;
}

export async function openLink(base: string, path: string): Promise<LinkPage> {
  return await pageOf(base, path, await fetch(`${base}${path}`));
}

async function pageOf(base: string, path: string, response: Response): Promise<LinkPage> {
  const html = await response.text();
  const forms = formsIn(html);
  return {
    status: response.status,
    headers: response.headers,
    html,
    text: plainly(textFromHtml(html, true)),
    offers: forms.map(({ label }) => label),
    async press(label, values = {}) {
      const form = forms.find((one) => one.label === label);
      if (form === undefined)
        throw new Error(`"${label}" is not here, but: ${forms.map((one) => one.label).join(" | ")}.`);
      return await send(base, path, { ...form.fields, ...values });
    },
  };
}

/** Sends what a page might send, or what somebody made up. */
export async function send(base: string, path: string, fields: Readonly<Record<string, string>>): Promise<LinkPage> {
  const body = new URLSearchParams(fields);
  const response = await fetch(`${base}${path}`, { method: "POST", body, redirect: "manual" });
  const next = response.headers.get("location");
  return next === null ? await pageOf(base, path, response) : await openLink(base, next);
}

function formsIn(html: string): readonly SeenForm[] {
  return [...html.matchAll(FORM)].map(([, summary, inner = ""]) => ({
    label: plainly(textFromHtml(summary ?? /<button[^>]*>([\s\S]*?)<\/button>/.exec(inner)?.[1] ?? "", true)).trim(),
    fields: Object.fromEntries(inputsIn(inner)),
  }));
}

/** What a browser would send of this: the names of its fields and what stands in them. */
export function inputsIn(html: string): readonly (readonly [string, string])[] {
  return [...linesIn(html), ...areasIn(html), ...menusIn(html)];
}

function linesIn(html: string): readonly (readonly [string, string])[] {
  return [...html.matchAll(/<(?:input|button)(\s[^>]*\sname=[^>]*|\sname=[^>]*)>/g)].flatMap(([, attributes = ""]) => {
    if (/type="checkbox"/.test(attributes)) return /\schecked/.test(attributes) ? [[named(attributes), "on"]] : [];
    return [[named(attributes), valueIn(attributes)]];
  });
}

function areasIn(html: string): readonly (readonly [string, string])[] {
  return [...html.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea/g)].map(([, attributes = "", text = ""]) => [
    named(attributes),
    unescaped(text),
  ]);
}

function menusIn(html: string): readonly (readonly [string, string])[] {
  return [...html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, attributes = "", options = ""]) => [
    named(attributes),
    valueIn(/<option([^>]*\sselected[^>]*)>/.exec(options)?.[1] ?? ""),
  ]);
}

function named(attributes: string): string {
  return unescaped(/\sname="([^"]*)"/.exec(attributes)?.[1] ?? "");
}

function valueIn(attributes: string): string {
  return unescaped(/\svalue="([^"]*)"/.exec(attributes)?.[1] ?? "");
}

function unescaped(text: string): string {
  const marks = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" } as const;
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: keyof typeof marks) => marks[name]);
}
