import type { DisputeCategory } from "#domain/dispute.ts";

/**
 * How customers say what is wrong, in French and English, without accents and in small letters. The first that fits decides:
 * the plainest words come first, "litige" alone last.
 */
const WORDS: readonly (readonly [DisputeCategory, RegExp])[] = [
  ["retention", /retenue de garantie|retention (money|guarantee)|retained amount/],
  ["duplicate", /\bdoublons?\b|en double|deux fois|deja facture|\bduplicate|(invoiced|billed|charged) twice/],
  [
    "missing_order",
    /(bon|numero|n°|no|ref\w*) de commande|numero d'engagement|\bpo (number|missing)|purchase order|(no|without|missing)( a)? po\b/,
  ],
  [
    "entity",
    /(mauvaise|autre) (societe|entite|filiale|adresse de facturation)|pas (la bonne|notre) (societe|entite|raison sociale)|raison sociale (erronee|incorrecte|fausse)|wrong (company|entity|addressee)|not (addressed to|for) our company/,
  ],
  [
    "not_received",
    /(pas|jamais|rien) (encore )?(bien )?(recu|trouve|retrouve) (de |la |les |cette |ces |votre |vos |ta )?(facture|duplicata)|(n'(avons|ai) pas|ne (trouvons|retrouvons|retrouve) pas) (trace de )?(la |les |cette |ces |votre |vos )?factures?|facture.{0,30}(jamais|pas) (recue|arrivee|parvenue)|(renvoyer|renvoyez|transmettre|envoyer|adresser) .{0,30}(duplicata|copie|facture)|(not|never) (received|got|seen) (the|this|your|that|any) invoice|(re-?send|send (us|me)) .{0,25}(invoice|copy)|copy of the invoice/,
  ],
  [
    "quantity",
    /quantite|il manqu|manquants?\b|incomplet|livraison partielle|(jamais|pas) (ete )?(livre|recu (la |les |notre |nos )?(marchandise|commande|colis|livraison|piece|article))|short delivery|partial delivery|missing (items?|goods|parts|pieces)|(not|never) (been )?delivered|wrong quantity/,
  ],
  [
    "quality",
    /defectueu|defaut|abime|endommage|casse[es]*\b|non[- ]conform|malfacon|mauvaise qualite|ne fonctionne|reserves? (non levee|emise)|defective|faulty|damaged|broken|poor quality|not working/,
  ],
  [
    "terms",
    /(delais?|conditions?|echeance)s? .{0,30}(errone|incorrect|faux|fausse|convenu|pas (le|la|les) bon|pas celle)|(errone|incorrect|fausse)\w* echeance|payment terms .{0,30}(wrong|incorrect|agreed|not)|wrong (due date|terms)/,
  ],
  [
    "price",
    /(prix|tarifs?|remise|montant|taux|tva|transport|port|frais) .{0,40}(errone|incorrect|faux|fausse|trop|differen|convenu|accord|devis|pas (le|la|les|celui) ?(bon|appliqu|prevu)?|oubli|manqu|appliqu|prevu|factur)|surfactur|factur\w* (.{0,20})?(en|de) trop|(erreur|difference|ecart) (de |sur (le |les |la )?)(prix|tarif|montant|tva|facturation)|(price|rate|discount|amount|vat|shipping) .{0,40}(wrong|incorrect|too high|agreed|differ|quot|not appl|missing)|overcharg|wrong (price|amount|vat)/,
  ],
  [
    "other",
    /\blitige|contest(e|ons|ation|ee|ees)\b|desaccord|reclamation|(emettre|etablir|demand\w*|attend\w*|attente d\w*|recevoir|besoin d)\W{0,3}(un |d'un |votre |l')?avoir\b|\bdisputed?\b|disagree|credit note|\bclaim\b|errone|erreur (sur|dans)/,
  ],
];

/** "No dispute here", "nothing is missing": the opposite of what the words alone say. */
const DENIED =
  /\b(aucun|aucune|pas de|sans|no|not any|without|not a)\b.{0,12}(litige|contestation|reclamation|desaccord|reserve|erreur|defaut|dispute|claim|problem)/;

/** What a sentence contests, if it does. `folded` = without accents, in small letters. */
export function disputeSaid(folded: string): DisputeCategory | null {
  if (DENIED.test(folded)) return null;
  return WORDS.find(([, words]) => words.test(folded))?.[0] ?? null;
}
