import { hasNoReturn, isMachine, isReport } from "#domain/automatic-mail.ts";
import { foldedSubject, headerValues, type MailFacts } from "#domain/mail-facts.ts";

/** A mail that did not arrive ("failed"), or not yet ("delayed"). `recipients` empty = it does not say whose. */
export interface Bounce {
  readonly is: "bounce";
  readonly how: "failed" | "delayed";
  readonly recipients: readonly string[];
}

const RECIPIENTS_MAX = 20;
/** What servers write without accents and in small letters; French, English, then the neighbours. */
const FAILED_SUBJECT =
  /^(\[?bounce\]?|ndn\s*:|undeliver|returned (mail|to sender)|failure notice|mail (system error|failure|delivery (failed|failure|problem|error))|delivery (status notification ?\(failure|failure|failed|has failed|error)|message (could not be|not) (sent|delivered)|permanent (delivery )?failure|(message |mail |e-?mail )?non (remis|distribue|delivre)|echec (de (la )?(remise|distribution|livraison)|d'envoi|definitif)|(notification|avis) (de|d'echec de|de non)[ -]*(non[ -]?)?(remise|distribution)|retour a l'expediteur|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|non recapitabile|mancat[oa] (recapito|consegna)|no se puede entregar|no entregad|onbestelbaar|nao (entregue|e possivel entregar))/;
const DELAYED_SUBJECT =
  /^(delivery (status notification ?\(delay|delayed|is delayed)|delayed (mail|delivery)|warning: (message|could not send|mail)|mail delivery (delayed|warning)|(remise|distribution|livraison|message) (retarde|differe)|retard (de|dans) (la )?(remise|distribution)|zustellung verzoger|verzogert|entrega retrasada|consegna ritardata|vertraagd)/;
const DELAYED_TEXT =
  /(not yet been delivered|has (not|n't) been delivered yet|has been delayed|is delayed to|still being retried|will (be retried|continue to (be tried|try)|keep trying)|attempts? (to deliver .{0,60} )?will continue|you do not need to resend|n'a pas encore (pu etre|ete) (remis|livre|distribue)|a ete (retarde|differe)|tentatives? .{0,40}(se poursuivent|vont continuer))/;
const FAILED_TEXT =
  /((could|can) ?not be delivered|(was|were|am|are)( not|n't) able to deliver|unable to deliver|did not reach|(delivery|sending) .{0,80}failed|failed permanently|permanent (fatal )?error|user unknown|unknown user|no such user|no mailbox here|mailbox (unavailable|not found|does not exist)|(recipient|address) rejected|undeliverable|returned to sender|n'(a|ont) pas pu etre (remis|livre|distribue|delivre|envoye|achemine)|n'(a|ont) pas ete (remis|livre|distribue|delivre)|adresse .{0,60}(n'existe pas|introuvable|inconnue)|konnte nicht zugestellt|non e stato possibile (consegnare|recapitare)|no se (ha podido|pudo) entregar)/;
/** From here on the report repeats the mail that it is about, with addresses of people who did receive it. */
const ORIGINAL_BEGINS =
  /(below this line is a copy|this is a copy of (the|your) message|copy of (the|your) (original )?message|unsent message follows|original message follows|message header follows|-{3,}\s*(original message|returned message|message header|message d'origine)|^content-type: message\/rfc822)/im;
const ADDRESS = /[a-z0-9._%+=/'-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,190}[a-z0-9])?/gi;
const SERVERS_OWN = /^(mailer-?daemon|mail-?daemon|postmaster|abuse|noc)@/i;

/** Whether a mail reports that another did not arrive: by RFC 3464, by header, or in the prose of older servers. */
export function bounceOf(facts: MailFacts): Bounce | null {
  const reported = reportedOf(facts);
  if (reported !== null) return reported;
  // A report on paper of the standard kind that speaks of arrivals only.
  if (facts.deliveries !== null && facts.deliveries.length > 0) return null;
  const how = saidBy(facts);
  if (how === null) return null;
  const failed = failedHeader(facts);
  return { is: "bounce", how, recipients: failed.length > 0 ? failed : addressesIn(facts.text) };
}

/** The Action decides, not the status: "failed" with a 4.x.x status did not arrive either. */
function reportedOf({ deliveries }: MailFacts): Bounce | null {
  const withAction = (action: string) =>
    (deliveries ?? []).filter((each) => each.action === action).map((each) => each.recipient);
  const failed = withAction("failed");
  if (failed.length > 0) return { is: "bounce", how: "failed", recipients: failed };
  const delayed = withAction("delayed");
  return delayed.length > 0 ? { is: "bounce", how: "delayed", recipients: delayed } : null;
}

/**
 * Gmail's old notices of delay carry X-Failed-Recipients too, so the words come first. The words of the text count only in
 * a server's mouth: an absence notice may well speak of an address that no longer exists.
 */
function saidBy(facts: MailFacts): Bounce["how"] | null {
  const hasHeader = failedHeader(facts).length > 0;
  const isServers = hasHeader || isMachine(facts) || isDeliveryReport(facts);
  if (!isServers && !hasNoReturn(facts)) return null;
  const subject = foldedSubject(facts.subject);
  if (FAILED_SUBJECT.test(subject)) return "failed";
  if (DELAYED_SUBJECT.test(subject)) return "delayed";
  if (!isServers) return null;
  const text = foldedSubject(facts.text.split(ORIGINAL_BEGINS)[0] ?? "");
  if (DELAYED_TEXT.test(text)) return "delayed";
  return hasHeader || FAILED_TEXT.test(text) ? "failed" : null;
}

function isDeliveryReport(facts: MailFacts): boolean {
  return isReport(facts) && headerValues(facts, "content-type").some((value) => /delivery-status/i.test(value));
}

function failedHeader(facts: MailFacts): readonly string[] {
  return headerValues(facts, "x-failed-recipients")
    .flatMap((value) => value.split(","))
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== "");
}

function addressesIn(text: string): readonly string[] {
  const own = text.split(ORIGINAL_BEGINS)[0] ?? "";
  const found = (own.match(ADDRESS) ?? []).map((each) => each.toLowerCase());
  return [...new Set(found)].filter((each) => !SERVERS_OWN.test(each)).slice(0, RECIPIENTS_MAX);
}
