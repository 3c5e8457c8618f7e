import { sql } from "drizzle-orm";

import type { Person } from "#domain/person.ts";
import type { ToldEvent } from "#domain/told-events.ts";
import type { EventSubject } from "#store/events.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { placeHold } from "#usecases/stops/place-hold.ts";
import { as, callCard, did } from "./loop.ts";
import type { GivenInvoice, World } from "./world-given.ts";

interface Sample {
  readonly subject?: EventSubject;
  readonly subjectId?: number;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly isCompany?: boolean;
  readonly fr: string;
  readonly en: string;
}

/** One event of each kind that is told, about rows that exist. */
export async function samplesOf(
  world: World,
  rep: Person,
  invoice: GivenInvoice,
): Promise<Readonly<Record<ToldEvent, Sample>>> {
  const { customer } = invoice;
  const contact = await world.contact({ customer, name: "Sonia Perrin" });
  const ask = { subject: "asks", subjectId: await callCard(world, rep, [invoice]) } as const;
  await did(answerNoAnswer(world.context(), as(rep), { ask: ask.subjectId }));
  await did(
    givePromise(world.context(), as(rep), {
      customer,
      amount: { minor: 20_000n, currency: "EUR" },
      due: "2026-12-04",
    }),
  );
  await did(
    openDispute(world.context(), as(rep), {
      customer,
      category: "price",
      lines: [{ invoice: invoice.id, amount: { minor: 30_000n, currency: "EUR" } }],
    }),
  );
  await did(placeHold(world.context(), as(rep), { customer, reason: "order-in-progress", until: "2026-11-27" }));
  const rowOf = async (table: string) => {
    const [row] = await world.db.execute<{ id: number }>(sql`select max(id)::int as id from ${sql.raw(table)}`);
    return row?.id ?? 0;
  };
  await world.db.execute(sql`
    insert into reminders (seller_code, payer_code, currency, language, planned_on, step, reply_token)
    select seller_code, ${customer}, 'EUR', 'fr', '2026-11-24', 'first', 'token' from invoices where id = ${invoice.id}`);
  await world.db.execute(sql`
    insert into reminder_lines (reminder_id, invoice_id, step, advanced, residual)
    select max(id), ${invoice.id}, 'first', true, 70000 from reminders`);
  await world.db.execute(sql`
    insert into replies (customer_code, received_at, message_id, from_email, subject, kind, new_text, state)
    values (${customer}, now(), 'm1', 'sonia@garnier.example', 'Re', 'human', 'Bien reçu', 'waiting')`);
  const reminder = { subject: "reminders", subjectId: await rowOf("reminders") } as const;
  const reply = { subject: "replies", subjectId: await rowOf("replies") } as const;
  const promise = { subject: "promises", subjectId: await rowOf("promises") } as const;
  const dispute = { subject: "disputes", subjectId: await rowOf("disputes") } as const;
  const hold = { subject: "holds", subjectId: await rowOf("holds") } as const;
  const sonia = { subject: "contacts", subjectId: contact } as const;
  const circuit = { portal: "Chorus", wantsOrderNumber: false, cutOffDay: 1, note: null, before: null };
  const promised = (fr: string, en: string) => ({
    ...promise,
    fr: `${fr} : 200 € pour le 4 décembre`,
    en: `${en}: €200 for 4 December`,
  });
  const profile = { profile: "bad-payer", scenario: "ferme" } as const;
  return {
    "went-live": {
      isCompany: true,
      data: { sellers: ["default"] },
      fr: "les rappels commencent",
      en: "reminders start",
    },
    "go-live-undone": {
      isCompany: true,
      data: { sellers: ["default"] },
      fr: "les rappels ne partent plus",
      en: "reminders no longer go out",
    },
    "dunning-paused": {
      isCompany: true,
      data: { scope: "company", key: null, until: "2026-11-30", reason: "Inventaire" },
      fr: "tous les rappels suspendus : Inventaire, jusqu'au 30 novembre",
      en: "all reminders paused: Inventaire, until 30 November",
    },
    "dunning-resumed": {
      isCompany: true,
      data: { pause: null },
      fr: "les rappels reprennent",
      en: "reminders resume",
    },
    "setting-changed": {
      isCompany: true,
      data: { name: "paused", value: true },
      fr: "tous les rappels suspendus",
      en: "all reminders paused",
    },
    "reminder-sent": {
      ...reminder,
      fr: "premier rappel par e-mail, 1 facture",
      en: "first reminder by e-mail, 1 invoice",
    },
    "reminder-dropped": {
      ...reminder,
      fr: "premier rappel par e-mail, non envoyé, 1 facture",
      en: "first reminder by e-mail, not sent, 1 invoice",
    },
    "reminder-unknown": {
      ...dispute,
      data: { invoiceCopy: true },
      fr: "copie de la facture par e-mail, arrivée incertaine",
      en: "copy of the invoice by e-mail, may not have arrived",
    },
    "reminder-bounced": {
      ...reminder,
      fr: "premier rappel par e-mail, adresse refusée, 1 facture",
      en: "first reminder by e-mail, address refused, 1 invoice",
    },
    "reply-received": {
      ...reply,
      fr: "réponse de sonia@garnier.example : « Bien reçu »",
      en: 'reply from sonia@garnier.example: "Bien reçu"',
    },
    "reply-closed": { ...reply, fr: "réponse traitée", en: "reply dealt with" },
    "ask-opened": {
      ...ask,
      data: { to: rep.id },
      fr: "appel proposé à Claire Morel",
      en: "call proposed to Claire Morel",
    },
    "ask-joined": {
      ...ask,
      fr: "1 facture de plus dans l'appel proposé",
      en: "1 invoice added to the proposed call",
    },
    "ask-withdrawn": {
      ...ask,
      data: { why: "paid" },
      fr: "appel retiré, c'est réglé",
      en: "call withdrawn, it is settled",
    },
    "ask-reassigned": {
      ...ask,
      data: { to: "finance" },
      fr: "appel confié à la comptabilité",
      en: "call given to finance",
    },
    "ask-left": {
      ...ask,
      data: { until: "2026-11-27" },
      fr: "appel laissé en attente jusqu'au 27 novembre",
      en: "call left to wait until 27 November",
    },
    "ask-answered": { ...ask, data: { outcome: "later" }, fr: "appel : remis à plus tard", en: "call: put off" },
    "promise-given": promised("promesse", "promise"),
    "promise-moved": promised("promesse déplacée", "promise moved"),
    "promise-cancelled": promised("promesse annulée", "promise cancelled"),
    "promise-approved": promised("promesse acceptée", "promise approved"),
    "promise-refused": promised("promesse non acceptée", "promise not approved"),
    "promise-kept": promised("promesse tenue", "promise kept"),
    "promise-partly-kept": promised("promesse tenue en partie", "promise partly kept"),
    "promise-broken": promised("promesse non tenue", "promise not kept"),
    "dispute-opened": { ...dispute, fr: "litige : 300 € sur F1, prix", en: "dispute: €300 on F1, price" },
    "dispute-closed": { ...dispute, fr: "litige clos : 300 € sur F1", en: "dispute closed: €300 on F1" },
    "letter-approved": {
      ...ask,
      data: { total: "70000" },
      fr: "mise en demeure approuvée : 700 €",
      en: "formal notice approved: €700",
    },
    "letter-voided": { ...ask, fr: "pas de mise en demeure", en: "no formal notice" },
    "letter-posted": {
      ...ask,
      data: { day: "2026-11-23", number: "1A" },
      fr: "mise en demeure postée le 23 novembre, recommandé 1A",
      en: "formal notice posted on 23 November, registered letter 1A",
    },
    "letter-received": {
      ...ask,
      data: { day: "2026-11-24" },
      fr: "mise en demeure reçue le 24 novembre",
      en: "formal notice received on 24 November",
    },
    "road-ended": {
      ...ask,
      data: { ending: "litigation" },
      fr: "suite décidée : contentieux",
      en: "decided: litigation",
    },
    "badly-received": {
      ...reminder,
      data: { text: "Trop sec" },
      fr: "rappel mal reçu : « Trop sec »",
      en: 'reminder badly received: "Trop sec"',
    },
    "thank-you-sent": { fr: "mot de remerciement envoyé", en: "thank-you note sent" },
    "hold-placed": {
      ...hold,
      fr: "pause : commande en cours, jusqu'au 27 novembre",
      en: "on hold: order in progress, until 27 November",
    },
    "hold-ended": { ...hold, fr: "fin de la pause", en: "end of the hold" },
    "contact-stopped": { ...sonia, fr: "contact retiré : Sonia Perrin", en: "contact removed: Sonia Perrin" },
    "contact-added": { ...sonia, fr: "nouveau contact : Sonia Perrin", en: "new contact: Sonia Perrin" },
    "contact-proposed": { ...sonia, fr: "contact suggéré : Sonia Perrin", en: "contact suggested: Sonia Perrin" },
    "contact-changed": { ...sonia, fr: "contact corrigé : Sonia Perrin", en: "contact corrected: Sonia Perrin" },
    "circuit-changed": {
      data: circuit,
      fr: "circuit de facturation noté : portail Chorus, sans numéro de commande, à déposer au plus tard le 1er du mois",
      en: "invoicing procedure noted: portal Chorus, no order number asked for, to be submitted by day 1 of the month",
    },
    "vip-proposed": { fr: "demande de suivi sans e-mail automatique", en: "no automatic e-mail, asked for" },
    "owner-changed": {
      data: { to: rep.id },
      fr: "client confié à Claire Morel",
      en: "customer given to Claire Morel",
    },
    "scenario-chosen": {
      data: { scenario: "ferme" },
      fr: "scénario choisi : « ferme »",
      en: 'scenario chosen: "firm"',
    },
    "profile-proposed": {
      data: profile,
      fr: "profil de paiement suggéré : paie mal, scénario « ferme »",
      en: 'payer profile suggested: bad payer, scenario "firm"',
    },
    "profile-decided": {
      data: { ...profile, decision: "confirmed" },
      fr: "profil de paiement confirmé : paie mal, scénario « ferme »",
      en: 'payer profile confirmed: bad payer, scenario "firm"',
    },
    comment: { data: { text: "Vu" }, fr: "« Vu »", en: '"Vu"' },
    note: {
      ...dispute,
      data: { invoiceCopy: true, to: ["sonia@garnier.example"] },
      fr: "copie de la facture par e-mail",
      en: "copy of the invoice by e-mail",
    },
  };
}
