import type { Locale } from "#domain/person.ts";
import { isStepName, type Scenario, type Step } from "#domain/scenario.ts";
import { commonFr } from "#i18n/common/fr.ts";
import { findingFr, RECIPIENTS_FR } from "#i18n/scenarios/findings-fr.ts";
import type { ScenarioWords } from "#i18n/scenarios/messages.ts";
import { fileFaultFr } from "#i18n/scenarios/file-faults-fr.ts";
import { LANGUAGES, scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");
const { steps, roles } = commonFr;
const channels = { email: "e-mail", call: "appel", letter: "lettre" } as const;
const day = (offset: number) => (offset < 0 ? `J-${-offset}` : `J+${offset}`);
const version = (n: number) => `version ${n}`;
const called = (scenario: string) => scenarioName(scenario, "fr");
const messages = (n: number) => say.count(n, "message", "messages");
const tones: ScenarioWords["tones"] = {
  informative: "informatif",
  courteous: "courtois",
  firm: "ferme",
  "last-amicable": "dernier mot amiable",
  formal: "formel",
};

export const scenariosFr: ScenarioWords = {
  name: called,
  wording,
  tones,
  recipients: RECIPIENTS_FR,
  profiles: {
    "passing-difficulty": "difficulté passagère",
    "slow-by-habit": "en retard par habitude",
    "often-disputes": "conteste souvent",
    "bad-payer": "paie mal",
  },
  places: {
    greeting: "la formule d'appel",
    number: "le numéro de la plus ancienne facture",
    numbers: "les numéros des factures",
    count: "le nombre de factures",
    amount: "ce qui reste à régler",
    due: "l'échéance de la plus ancienne",
    issued: "sa date",
    late: "son retard",
    table: "le tableau des factures",
    seller: "votre société",
    rep: "le nom de la personne qui suit ce client",
    signer: "qui signe",
    answerBy: "la date de réponse souhaitée",
    lastMessage: "le message d'avant",
  },
  finding: findingFr,
  list: {
    title: "Les scénarios de rappel",
    intro: "Un scénario dit quels rappels partent, quand, et à qui. Ce qui est déjà parti ne change jamais.",
    entry: (name, n, chosen) =>
      [
        say.capital(called(name)),
        n === null ? "livré avec Relais" : version(n),
        ...(chosen === 0 ? [] : [`choisi pour ${say.count(chosen, "client", "clients")}`]),
      ].join(", "),
    audience: audienceOf,
    open: "Voir",
    draft: (source, on) =>
      `Un projet attend depuis le ${say.day(on, "short")}${source === null ? "" : ` (${source})`}.`,
    openDraft: "Voir le projet",
    byFile: "Pour tout changer d'un coup : déposez ici votre fichier YAML. On le relit ensemble avant de le publier.",
    templates: (names) => `Vos propres textes : ${say.list(names)}.`,
  },
  one: {
    title: (name) => `Scénario « ${called(name)} »`,
    step: (step) => `${day(step.offset)}, ${steps[step.name]}`,
    details: (step) => detailsOf(step),
    change: "Changer…",
    changeDay: (step) => `Le jour : ${steps[step]}`,
    changeText: (step, locale) => `Le texte : ${wording(step, locale, null)}`,
    rollBack: "Version précédente",
    rollBackConfirm: {
      title: "Revenir en arrière ?",
      text: "La version précédente s'applique de nouveau aux prochains rappels. Ce qui est parti ne change pas.",
      yes: "Revenir",
      no: "Laisser",
    },
    all: "Tous les scénarios",
    version: (n, on) => `${version(n)}${on === null ? "" : `, publiée le ${say.day(on, "full")}`}`,
    shipped: "livré avec Relais, sans changement",
  },
  package: {
    title: "Voici ce qui changerait",
    holds: (scenarios, templates) =>
      [
        ...(scenarios.length === 0
          ? []
          : [`${scenarios.length > 1 ? "Scénarios" : "Scénario"} : ${say.list(scenarios.map(called))}.`]),
        ...(templates.length === 0 ? [] : [`${templates.length > 1 ? "Textes" : "Texte"} : ${say.list(templates)}.`]),
      ].join(" "),
    checked: (warnings) =>
      warnings === 0 ? "Relu : rien à signaler." : `Relu : ${say.count(warnings, "point", "points")} à regarder.`,
    compare: (on, sent, asked) =>
      `Le ${say.day(on, "long")} : ${messages(sent.before)} avec les scénarios en place, ${say.number(sent.after)} avec ce projet ; ` +
      `${say.count(asked.before, "tâche", "tâches")} avec les uns, ${say.number(asked.after)} avec l'autre.`,
    nothingChanges: (same) =>
      same === 0
        ? "Rien ne serait envoyé ce jour-là, ni maintenant ni avec ce projet."
        : `Ce jour-là, rien ne change pour ${same === 1 ? "le client concerné" : `les ${say.number(same)} clients concernés`}.`,
    difference: (name, before, after) =>
      `${name} : ${before === null ? "rien" : steps[before]} → ${after === null ? "rien" : steps[after]}`,
    more: (count) => (count === 1 ? "et 1 autre client" : `et ${say.number(count)} autres clients`),
    publish: "Publier",
    cancel: "Abandonner",
    published: (by) => (by === null ? "C'est publié." : `C'est publié par ${by}.`),
    cancelled: "Le projet est laissé de côté ; rien n'a changé.",
    changed: "Il s'applique dès les prochains rappels ; ce qui est parti ne change pas.",
  },
  file: {
    unreadable: (name) => `« ${name} » n'a pas pu être lu comme un fichier de scénarios :`,
    at: (line, sentence) => (line === null ? sentence : `ligne ${line} : ${sentence}`),
    fault: fileFaultFr,
    wrong: (name) => `Dans « ${name} », quelques points sont à reprendre avant de pouvoir publier :`,
    same: (name) => `« ${name} » dit la même chose que ce qui est en place : rien à publier.`,
    notYours: "Les scénarios sont tenus par la comptabilité : elle seule peut en déposer.",
    notScenarios: "Un fichier déposé ici est lu comme des scénarios : il se termine par .yaml ou .yml.",
    tooLarge: "Ce fichier est trop grand pour des scénarios (256\u00a0ko au plus).",
  },
  customer: {
    menuChoose: "Changer de scénario…",
    menuProfile: "Proposer un profil de payeur…",
    fact: "Scénario",
    chosen: (customer, scenario) => `C'est noté : ${customer} suit maintenant le scénario « ${called(scenario)} ».`,
    back: (customer, scenario) =>
      `C'est noté : ${customer} suit de nouveau le scénario habituel, « ${called(scenario)} ».`,
    usual: "Le scénario habituel",
  },
  proposal: {
    title: (customer) => `Un autre rythme pour ${customer} ?`,
    text: (by, profile, scenario) =>
      `${by ?? "Une personne de l'équipe"} voit ce client ainsi : ${scenariosFr.profiles[profile]}. Le scénario « ${called(scenario)} » conviendrait.`,
    softer: "Plus souple : les rappels s'espacent.",
    firmer: "Plus ferme : les rappels viennent plus tôt.",
    confirm: "Adopter",
    refuse: "Garder l'habituel",
    confirmed: (customer, scenario, by) =>
      `${customer} suit maintenant le scénario « ${called(scenario)} »${by === null ? "" : ` (${by})`}.`,
    refused: (customer, by) => `${customer} garde son scénario${by === null ? "" : ` (${by})`}.`,
    waits: (customer) => `C'est transmis à la comptabilité, merci. D'ici sa réponse, rien ne change pour ${customer}.`,
    openCustomer: "Ouvrir la fiche",
  },
  forms: {
    day: {
      title: "Changer un jour",
      offset: (step) => `Jours après l'échéance : ${steps[step]}`,
      offsetHint: "Un nombre entier ; négatif pour un rappel avant l'échéance.",
      submit: "Préparer",
    },
    text: {
      title: "Changer un texte",
      subject: "Objet",
      body: "Texte",
      bodyHint: "Une ligne vide entre deux paragraphes ; la signature est ajoutée.",
      places: (names) => `Champs possibles : ${names.join(", ")}.`,
      submit: "Préparer",
    },
    choose: { title: "Changer de scénario", scenario: "Scénario", submit: "Changer" },
    profile: {
      title: "Profil de payeur",
      profile: "Comment paie ce client ?",
      hint: "La comptabilité confirme avant que quoi que ce soit ne change.",
      submit: "Proposer",
    },
  },
};

function detailsOf({ channel, actor, tone, recipients, when, template, name }: Step): readonly string[] {
  const copies = [...recipients.cc, ...recipients.bcc].map((role) => RECIPIENTS_FR[role]);
  const to = recipients.to.filter((role) => role !== "billing").map((role) => RECIPIENTS_FR[role]);
  return [
    actor === "system" ? channels[channel] : `${channels[channel]} par ${roles[actor]}`,
    tones[tone],
    ...(to.length === 0 ? [] : [`aussi à : ${say.list(to)}`]),
    ...(copies.length === 0 ? [] : [`copie : ${say.list(copies)}`]),
    ...(template === name || channel === "call" ? [] : [`texte « ${textName(template)} »`]),
    ...(Object.keys(when).length === 0 ? [] : ["sous conditions"]),
  ];
}

function wording(name: string, locale: Locale, sender: string | null): string {
  return `${textName(name)} (${[LANGUAGES.fr[locale], ...(sender === null ? [] : [sender])].join(", ")})`;
}

/** The shipped texts are called like their step, finance's own like finance called them. */
function textName(name: string): string {
  return isStepName(name) ? steps[name] : name;
}

function audienceOf({ invoices, onlyChosen, segments, languages }: Scenario["audience"]): string {
  if (onlyChosen) return "pour les clients que la comptabilité choisit";
  const who = [
    ...(segments.length === 0 ? [] : [`segment ${say.list(segments)}`]),
    ...(languages.length === 0
      ? []
      : [`clients à qui l'on écrit en ${say.list(languages.map((each) => LANGUAGES.fr[each]))}`]),
  ];
  return [
    invoices === "deposits" ? "pour les acomptes" : who.length === 0 ? "pour tous" : "pour toutes les factures",
    ...who,
  ].join(", ");
}
