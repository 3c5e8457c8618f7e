import { textFromHtml } from "#email/html-text.ts";

/** Beyond this nobody reads a reply in a chat, and no pattern should run on more. */
const READ_LENGTH_MAX = 60_000;
const KEPT_LENGTH_MAX = 4_000;
const LINE_LENGTH_MAX = 2_000;
/** "On such a day, somebody <address> wrote:" is broken over this many lines at most. */
const ATTRIBUTION_LINES_MAX = 4;
/** Within so many lines of "De :" its "Envoyé :" or "Objet :" follows. */
const HEADER_LINES_MAX = 5;

const ATTRIBUTION =
  /^(le|on|am|el|il (?:giorno|\d|lun|mar|mer|gio|ven|sab|dom)|op|em|den|dnia|w dniu)\b.{4,300}?(a [ée]crit|wrote|schrieb|escribi[óo]|ha scritto|schreef|escreveu|skrev|napisał(\(a\))?)\b.{0,200}:$/i;
const ATTRIBUTION_BEGINS = /^(le|on|am|el|il|op|em|den|dnia|w)\s.*\d/i;
/** Dividers below which only the mail answered follows. */
const DIVIDER =
  /^[\s*]*-{2,}\s*(message d['’]origine|message (transf[ée]r[ée]|original|initial)|mail original|original message|forwarded message|urspr[üu]ngliche nachricht|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|e-?mail d['’]origine)\s*-{2,}|^(le|on|en date de :) .{6,120}<[^<>\s]+@[^<>\s]+>.{0,10}\b(a [ée]crit|wrote)\s*:\s*\S|^en date de : .{6,200} a [ée]crit\s*:|^(d[ée]but du message (r[ée]exp[ée]di[ée]|transf[ée]r[ée])|begin forwarded message|message transf[ée]r[ée])\s*:/i;
const FROM_LINE = /^[\s*]*(de|from|von|da|van|exp[ée]diteur)\s*:[\s*]*\S/i;
const NEXT_HEADER_LINE =
  /^[\s*]*(envoy[ée](e)? (le|[àa])|envoy[ée]|date|sent|[àa]|to|cc|objet|subject|gesendet|datum|an|betreff|enviado( el)?|para|asunto|inviato|data|oggetto|verzonden|aan|onderwerp|enviada( em)?|assunto)\s*:/i;
const RULE = /^[_\u2500-]{10,}$/;
/** Lines that a telephone or a mail program adds. */
const ADDED_LINE =
  /^(envoy[ée] (de(puis)? (mon|ma|l|un)|avec|via|[àa] partir de|par)\b.{0,80}|sent (from|via|with)\b.{0,80}|get outlook for\b.{0,80}|(obtenir|obtenez|t[ée]l[ée]charger|t[ée]l[ée]chargez) outlook\b.{0,80}|(von mein|gesendet (von|mit))\b.{0,80}|enviado (desde|do|de)\b.{0,80}|inviato da\b.{0,80}|(verzonden|verstuurd) (vanaf|via|met)\b.{0,80}|provenance : (courrier|mail).{0,80})$/i;
/** What our own servers put above mail from outside. */
const WARNING_LINE =
  /^[\s*]*(\[?(externe?|external)( e?-?mail)?\]?|(attention|caution|warning|avertissement)\s*[:!].{0,200}(ext[ée]rieur|externe|outside|external).{0,300})$/i;
const SIGN_OFF =
  /^(bien |tr[èe]s )?(cordialement|respectueusement|amicalement|sinc[èe]rement|bien [àa] (vous|toi)|[àa] bient[ôo]t|cdlt|cdt|(sinc[èe]res|meilleures|bonnes|cordiales) salutations|salutations( distingu[ée]es)?|bonne (journ[ée]e|r[ée]ception|fin de journ[ée]e|soir[ée]e)|(best|kind|warm|many)?\s*regards|regards|best( wishes)?|sincerely( yours)?|yours (sincerely|faithfully|truly)|cheers|(mit )?(freundliche[nr]?|beste|viele) (gr[üu](ß|ss)en?)|saludos( cordiales)?|cordiali saluti|met vriendelijke groet(en)?)\b.{0,30}$/i;
const AFTER_SIGN_OFF = /^p\.?\s?-?\s?s\.?\b/i;
const DISCLAIMER =
  /^[\s*]*(ce (message|courriel|mail|e-?mail)( [ée]lectronique)?,? (et|ainsi|est|peut|contient|a [ée]t[ée])\b|this (e-?mail|message|communication)( message)?,? (and|is|may|contains)\b|avis de confidentialit[ée]|confidentiality (notice|note)|les informations contenues dans ce|the information contained in this|(pensez|avant d['’]imprimer|please consider|n['’]imprimez)\b.{0,120}(environnement|environment|imprim|print))/i;

/** What a mail says, quotes and all. */
export function wholeTextOf(text: string | null, html: string | null): string {
  return tidy(lines(hasWords(text) ? (text ?? "") : textFromHtml(html ?? "", true)).join("\n"));
}

/**
 * What the person wrote, above, below or between the lines of the mail they answer, without the quoted lines and without
 * their signature; shortened with "…" when long. Where nothing is new, everything: better too much than an empty card.
 */
export function newTextOf(text: string | null, html: string | null): string {
  const given = lines(hasWords(text) ? (text ?? "") : textFromHtml(html ?? "", false));
  const own = tidy(withoutSignature(withoutQuotes(given)).join("\n"));
  const found = own === "" ? wholeTextOf(text, html) : own;
  return found.length > KEPT_LENGTH_MAX ? `${found.slice(0, KEPT_LENGTH_MAX - 1)}…` : found;
}

function hasWords(text: string | null): boolean {
  return text !== null && text.trim() !== "";
}

function lines(text: string): readonly string[] {
  return text
    .slice(0, READ_LENGTH_MAX)
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .slice(0, LINE_LENGTH_MAX)
        .replace(/[\u00a0\u200b\ufeff]/g, " ")
        .trimEnd(),
    );
}

function withoutQuotes(all: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const line = all[at] ?? "";
    if (isQuoted(line) || WARNING_LINE.test(line.trim())) continue;
    if (endsOwnWords(all, at)) {
      if (hasWords(kept.join(""))) break;
      // Forwarded or answered below: nothing was said above, so what is below is read.
      return all.slice(at).filter((each) => !isQuoted(each));
    }
    const attribution = attributionAt(all, at);
    if (attribution === 0) {
      kept.push(line);
      continue;
    }
    const below = all.slice(at + attribution);
    // Some programs mark the lines they quote, others only say where the quote begins.
    if (!below.some(isQuoted) && hasWords(kept.join(""))) break;
    at += attribution - 1;
  }
  return kept;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>|]/.test(line);
}

/** Below here comes the mail answered, without any mark on its lines. */
function endsOwnWords(all: readonly string[], at: number): boolean {
  const line = all[at] ?? "";
  if (DIVIDER.test(line.trim())) return true;
  const first = RULE.test(line.trim()) ? all.slice(at + 1).findIndex((each) => each.trim() !== "") + at + 1 : at;
  if (!FROM_LINE.test(all[first] ?? "")) return false;
  return all.slice(first + 1, first + 1 + HEADER_LINES_MAX).some((each) => NEXT_HEADER_LINE.test(each));
}

/** How many lines "On ... wrote:" takes from here; 0 = there is none. */
function attributionAt(all: readonly string[], at: number): number {
  if (!ATTRIBUTION_BEGINS.test((all[at] ?? "").trim())) return 0;
  for (let count = 1; count <= ATTRIBUTION_LINES_MAX; count += 1) {
    const said = all
      .slice(at, at + count)
      .map((line) => line.trim())
      .join(" ");
    if (ATTRIBUTION.test(said)) return count;
    // A sentence that ends here, or a line that begins anew, is no first line of it.
    if (/[.!?]$/.test(said) || ATTRIBUTION_BEGINS.test((all[at + count] ?? "").trim())) return 0;
  }
  return 0;
}

/** Cut at "-- ", at a lawyer's paragraph, and after the name that follows a sign-off. */
function withoutSignature(all: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const [at, each] of all.entries()) {
    const line = each.trim();
    const hasSaid = hasWords(kept.join(""));
    if (ADDED_LINE.test(line)) continue;
    if (hasSaid && (/^(--|__+)$/.test(line) || DISCLAIMER.test(line) || RULE.test(line))) break;
    kept.push(each);
    if (!hasSaid || !SIGN_OFF.test(line)) continue;
    return [...kept, ...afterSignOff(all.slice(at + 1))];
  }
  return kept;
}

function afterSignOff(rest: readonly string[]): readonly string[] {
  const name = rest.find((line) => hasWords(line) && !ADDED_LINE.test(line.trim()) && !/^(--|__+)$/.test(line.trim()));
  const postscript = rest.findIndex((line) => AFTER_SIGN_OFF.test(line.trim()));
  const said = name === undefined || DISCLAIMER.test(name) || AFTER_SIGN_OFF.test(name.trim()) ? [] : [name];
  return postscript < 0 ? said : [...said, "", ...withoutSignature(rest.slice(postscript))];
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
