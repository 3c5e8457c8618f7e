import { describe, expect, test } from "vitest";

import { isCompanyDomain, readMailAddress, replyAddress, tokensIn } from "#domain/mail-address.ts";
import { plainSubject } from "#domain/mail-subject.ts";

describe("addresses", () => {
  test("the address is found with or without a name", () => {
    expect(readMailAddress("Compta <Compta@Example.com>")).toEqual({ local: "Compta", domain: "example.com" });
    expect(readMailAddress("compta@example.com")).toEqual({ local: "compta", domain: "example.com" });
    for (const none of ["", "Compta", "a@b@c", "compta@", "a b@example.com", "x@example.com\r\nBcc: y@z"]) {
      expect(readMailAddress(none)).toBeNull();
    }
  });

  test("the token goes out in the reply address and comes back from wherever it was written", () => {
    const address = replyAddress("Compta <compta@example.com>", "a1b2") ?? "";
    expect(address).toBe("compta+a1b2@example.com");
    expect(tokensIn(["paul@x.example", `"Compta" <${address}>`])).toEqual(["a1b2"]);
    expect(tokensIn(["compta+relais+a1b2@example.com"])).toEqual(["a1b2"]);
  });

  test("people with the same provider are not colleagues", () => {
    expect(isCompanyDomain("garnier.example")).toBe(true);
    for (const shared of ["gmail.com", "orange.fr", "yahoo.co.uk", "Outlook.com"])
      expect(isCompanyDomain(shared)).toBe(false);
  });
});

test.each([
  ["RE: Facture F-1001 : un petit rappel", "facture f-1001: un petit rappel"],
  ["TR : RE : [EXTERNE] Facture F-1001\u202f: un petit rappel", "facture f-1001: un petit rappel"],
  ["Réf: Re[2]: Vos factures", "vos factures"],
  ["Rejet de la facture", "rejet de la facture"],
])("the subject %s is %s", (marked, plain) => {
  expect(plainSubject(marked)).toBe(plain);
});
