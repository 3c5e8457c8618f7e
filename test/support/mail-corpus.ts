import { bytes, type LabelledMail, mail, multipart, ORIGINAL, OURS, part, SONIA, SUBJECT } from "./mail-parts.ts";

/** What a person wrote; each says that the transfer leaves on Friday. */
export const ANSWERS: readonly LabelledMail[] = [
  { name: "plain text", raw: mail() },
  {
    name: "quoted-printable in ISO-8859-1",
    raw: mail({
      type: "text/plain; charset=iso-8859-1",
      encoding: "quoted-printable",
      body: "R=E9gl=E9 ?=20Le virement part=\r\n vendredi.",
    }),
  },
  {
    name: "base64 in Windows-1252",
    raw: mail({
      type: "text/plain; charset=windows-1252",
      encoding: "base64",
      body: Buffer.from("Le virement part vendredi : 1 200 \u0080.", "latin1").toString("base64"),
    }),
  },
  {
    name: "base64 in UTF-16",
    raw: mail({
      type: "text/plain; charset=utf-16le",
      encoding: "base64",
      body: Buffer.from("Le virement part vendredi.", "utf16le").toString("base64"),
    }),
  },
  {
    name: "eight bits without a word on their meaning",
    raw: bytes(
      mail({ type: "text/plain", body: "" }),
      Buffer.from("D\u00e9sol\u00e9e du retard, le virement part vendredi.", "latin1"),
    ),
  },
  {
    name: "HTML alone",
    raw: mail({
      type: "text/html; charset=utf-8",
      body: "<html><head><style>p{color:red}</style></head><body><p>Le virement part&nbsp;vendredi.</p><blockquote><p>Bonjour</p></blockquote></body></html>",
    }),
  },
  {
    name: "text and HTML with a file",
    raw: mail(
      multipart(
        "mixed",
        part("text/plain; charset=utf-8", "Le virement part vendredi."),
        part(
          'application/pdf; name="avis.pdf"',
          "JVBERi0=",
          'Content-Disposition: attachment; filename="avis de virement.pdf"',
          "Content-Transfer-Encoding: base64",
        ),
      ),
    ),
  },
  {
    name: "signed with S/MIME",
    raw: mail(
      multipart(
        'signed; protocol="application/pkcs7-signature"; micalg=sha-256',
        part("text/plain; charset=utf-8", "Le virement part vendredi."),
        part('application/pkcs7-signature; name="smime.p7s"', "MIIB", "Content-Transfer-Encoding: base64"),
      ),
    ),
  },
  { name: "no thread at all", raw: mail({ headers: [], subject: "Votre relance" }) },
  { name: "another address of the company", raw: mail({ from: "Direction <dg@garnier.example>" }) },
  { name: "a ticket system's number in the subject", raw: mail({ subject: `[#4512] ${SUBJECT}` }) },
  { name: "explicitly not automatic", raw: mail({ headers: ["Auto-Submitted: no"] }) },
  { name: "sent from a telephone", raw: mail({ body: "Le virement part vendredi.\r\n\r\nEnvoyé de mon iPhone" }) },
  {
    name: "a meeting proposed with a word",
    raw: mail(
      multipart(
        "mixed",
        part("text/plain; charset=utf-8", "Parlons-en : le virement part vendredi."),
        part('text/calendar; method=REQUEST; charset="utf-8"', "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR"),
      ),
    ),
  },
  {
    name: "somebody who sends a bounce on with a word",
    raw: mail({
      subject: "TR: Undelivered Mail Returned to Sender",
      body: "Le virement part vendredi.\r\n\r\n-----Message d'origine-----\r\nDe : MAILER-DAEMON\r\nEnvoyé : lundi",
    }),
  },
];

/** What a machine wrote in somebody's place, before anybody read a word. */
export const AUTO_REPLIES: readonly LabelledMail[] = [
  { name: "RFC 3834", raw: mail({ headers: ["Auto-Submitted: auto-replied"] }) },
  {
    name: "iCloud: In-Reply-To and no Auto-Submitted",
    raw: mail({ headers: [`In-Reply-To: ${OURS}`, `References: ${OURS}`, "X-Apple-Action: VACATION"] }),
  },
  {
    name: "Exchange in French",
    raw: mail({
      subject: "=?iso-8859-1?Q?R=E9ponse_automatique_:_Facture_F-1001?=",
      headers: ["X-Auto-Response-Suppress: All", "auto-submitted: auto-generated"],
    }),
  },
  {
    name: "Exchange without its headers, lost on the way",
    raw: mail({ subject: "Réponse automatique : Facture", headers: [] }),
  },
  {
    name: "Gmail: our own subject",
    raw: mail({
      headers: [`In-Reply-To: ${OURS}`, "Precedence: bulk", "X-Autoreply: yes", "Auto-Submitted: auto-replied"],
    }),
  },
  { name: "an empty Return-Path", raw: mail({ headers: ["Return-Path: <>"], subject: "En déplacement" }) },
  {
    name: "Zendesk's acknowledgement",
    raw: mail({
      from: "Support Garnier <support@garnier.zendesk.example>",
      subject: "[Request received] Facture F-1001",
      headers: [`In-Reply-To: ${OURS}`, "X-Mailer: Zendesk Mailer", "Auto-Submitted: auto-generated"],
    }),
  },
  {
    name: "Freshdesk's acknowledgement",
    raw: mail({
      subject: "Ticket Received - Facture F-1001",
      headers: ["X-Auto-Response-Suppress: DR, RN, OOF, AutoReply"],
    }),
  },
  {
    name: "Jira's notice",
    raw: mail({ subject: "[JIRA] (COMPTA-12) Facture", headers: ["Precedence: bulk", "X-JIRA-FingerPrint: 0a1b"] }),
  },
  { name: "a ticket without any header", raw: mail({ subject: "[Ticket #4512] bien reçu", headers: [] }) },
  { name: "OTRS", raw: mail({ subject: `[Ticket#2026112400012] ${SUBJECT}`, headers: ["X-OTRS-Loop: yes"] }) },
  {
    name: "a read receipt",
    raw: mail({
      subject: "Lu : Facture F-1001",
      ...multipart(
        "report; report-type=disposition-notification",
        part("text/plain", "Votre message a été lu."),
        part(
          "message/disposition-notification",
          "Final-Recipient: rfc822;sonia@garnier.example\r\nDisposition: manual-action/MDN-sent-automatically; displayed",
        ),
      ),
    }),
  },
  {
    name: "a report that it did arrive",
    raw: mail({
      from: "MAILER-DAEMON@mx.example",
      subject: "Successful Mail Delivery Report",
      ...multipart(
        "report; report-type=delivery-status",
        part("text/plain", "Your message was successfully delivered."),
        part(
          "message/delivery-status",
          `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ${SONIA}\r\nAction: delivered\r\nStatus: 2.0.0`,
        ),
        ORIGINAL,
      ),
    }),
  },
  {
    name: "a challenge to prove that we are people",
    raw: mail({ from: "Garnier <auth@reply.mailinblack.com>", subject: "Facture F-1001", headers: [] }),
  },
  { name: "a list", raw: mail({ headers: ["List-Id: <lettre.garnier.example>"] }) },
  {
    name: "a meeting accepted by a click",
    raw: mail({
      subject: "Accepté : Point factures",
      ...multipart(
        "alternative",
        part("text/plain; charset=utf-8", "\r\n"),
        part('text/calendar; method=REPLY; charset="utf-8"', "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR"),
      ),
    }),
  },
  {
    name: "a mail that the spam filter let through again",
    raw: mail({
      from: "feedback@arf.example",
      ...multipart(
        "report; report-type=feedback-report",
        part("text/plain", "Not spam."),
        part("message/feedback-report", `Feedback-Type: not-spam\r\nVersion: 1\r\nOriginal-Rcpt-To: <${SONIA}>`),
        ORIGINAL,
      ),
    }),
  },
];
