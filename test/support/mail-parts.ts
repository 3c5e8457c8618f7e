/** Mails of every class as programs and servers write them, made for these tests: nothing here was ever sent. */
export interface LabelledMail {
  readonly name: string;
  readonly raw: string | Uint8Array;
}

export const OURS = "<relais.1@vasseur.example>";
export const SONIA = "sonia@garnier.example";
export const SUBJECT = "RE: Facture F-1001 : un petit rappel";

interface Given {
  readonly from?: string;
  readonly subject?: string;
  /** Further header lines. */
  readonly headers?: readonly string[];
  readonly type?: string;
  readonly encoding?: string;
  readonly body?: string;
}

export function mail(given: Given = {}): string {
  return [
    `From: ${given.from ?? `Sonia Perrin <${SONIA}>`}`,
    "To: compta@vasseur.example",
    `Subject: ${given.subject ?? SUBJECT}`,
    "Message-ID: <1@garnier.example>",
    ...(given.headers ?? [`In-Reply-To: ${OURS}`]),
    "MIME-Version: 1.0",
    `Content-Type: ${given.type ?? "text/plain; charset=utf-8"}`,
    `Content-Transfer-Encoding: ${given.encoding ?? "8bit"}`,
    "",
    given.body ?? "Bonjour,\r\n\r\nLe virement part vendredi.\r\n",
  ].join("\r\n");
}

export function bytes(head: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(head, "latin1"), body]);
}

export const multipart = (kind: string, ...parts: readonly string[]): Pick<Given, "type" | "body"> => ({
  type: `multipart/${kind}; boundary="=_part"`,
  body: `${parts.map((part) => `--=_part\r\n${part}\r\n`).join("")}--=_part--\r\n`,
});
export const part = (type: string, body: string, ...headers: readonly string[]) =>
  [`Content-Type: ${type}`, ...headers, "", body].join("\r\n");
export const ORIGINAL = part(
  "message/rfc822",
  `From: compta@vasseur.example\r\nTo: ${SONIA}\r\nMessage-ID: ${OURS}\r\n\r\nBonjour,`,
);
