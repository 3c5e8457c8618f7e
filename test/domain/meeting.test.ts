import { expect, test } from "vitest";

import { customerMet, meetingBook, type KnownCustomer, type SeenMeeting } from "#domain/meeting.ts";

const READER = { email: "claire@exemple.example", customers: new Set(["C1", "C2", "C3", "C4", "C6"]) };

const known = (code: string, name: string, domains: readonly string[], payer = code): KnownCustomer => ({
  code,
  name,
  payer,
  domains,
});

/** Claire follows C1 to C4 and C6; C5, C7 and C8 are colleagues'. */
const CUSTOMERS = [
  known("C1", "Garnier SAS", ["garnier.example", "gmail.com"]),
  known("C2", "Batival", ["batival.example", "orange.fr"]),
  known("C3", "Groupe Armoral", ["armoral.example"]),
  known("C4", "Armoral Logistique", ["armoral.example"], "C3"),
  known("C5", "Garnier Paris Sud", ["garnier-sud.example"]),
  known("C6", "Réunion", ["exemple.example"]),
  known("C7", "Lemoine", ["lemoine.example", "garnier.example"]),
  known("C8", "SFR", []),
];
const BOOK = meetingBook(CUSTOMERS, new Set(["exemple.example"]));

const MEETING: SeenMeeting = {
  uid: "m1",
  starts: new Date("2026-11-24T13:00:00Z"),
  ends: new Date("2026-11-24T14:00:00Z"),
  isAllDay: false,
  isCancelled: false,
  title: "",
  place: "",
  guests: [],
};

const guests = (...emails: readonly string[]) => ({ guests: emails.map((email) => ({ email, hasDeclined: false })) });
const one = (customer: string, by: "guest" | "name") => ({ is: "one", customer, by });
const none = { is: "none" };
const several = { is: "several" };

test.each<readonly [string, Partial<SeenMeeting>, object]>([
  ["a guest of the customer's domain", guests("sonia@garnier.example"), one("C1", "guest")],
  ["the same in capitals, with its name", guests("Sonia <SONIA@Garnier.Example>"), one("C1", "guest")],
  ["a guest of a domain that only looks like it", guests("sonia@mail.garnier.example"), none],
  ["a free mailbox that a contact happens to use", guests("somebody@gmail.com", "other@orange.fr"), none],
  ["only colleagues, though a customer's contact has such an address", guests("paul@exemple.example"), none],
  ["a colleague's customer", guests("marc@lemoine.example"), none],
  ["two customers' guests", guests("sonia@garnier.example", "didier@batival.example"), several],
  [
    "two customers' guests, and the title says which",
    { ...guests("sonia@garnier.example", "didier@batival.example"), title: "Point Batival" },
    one("C2", "guest"),
  ],
  ["a payer and the subsidiary it pays for", guests("jm@armoral.example"), one("C3", "guest")],
  ["the whole name in the title", { title: "RDV Garnier - tarifs 2027" }, one("C1", "name")],
  ["without accents, in capitals, with its legal form", { title: "POINT GARNIER S.A.S." }, one("C1", "name")],
  ["the name in the place", { place: "Chez Batival, 3 rue du Port" }, one("C2", "name")],
  ["part of a name only", { title: "Réunion Armoral" }, none],
  ["a slip in the name", { title: "Point Batval" }, none],
  ["the name inside another word", { title: "Bativalentine" }, none],
  ["a longer name that is a colleague's customer", { title: "Visite Garnier Paris Sud" }, none],
  ["two names", { title: "Garnier / Batival" }, several],
  ["a name that is a word of every meeting", { title: "Réunion d'équipe" }, none],
  ["a name too short to be sure", { title: "SFR" }, none],
  ["a guest and another customer's name", { ...guests("sonia@garnier.example"), title: "Batival" }, several],
  ["a guest and a colleague's customer's name", { ...guests("sonia@garnier.example"), title: "Lemoine" }, several],
  ["all day", { ...guests("sonia@garnier.example"), isAllDay: true }, none],
  ["cancelled", { ...guests("sonia@garnier.example"), isCancelled: true }, none],
  ["eleven hours long", { ...guests("sonia@garnier.example"), ends: new Date("2026-11-25T00:00:00Z") }, none],
  [
    "declined by the reader",
    {
      guests: [
        { email: "sonia@garnier.example", hasDeclined: false },
        { email: "Claire@exemple.example", hasDeclined: true },
      ],
    },
    none,
  ],
  ["declined by the customer", { guests: [{ email: "sonia@garnier.example", hasDeclined: true }] }, none],
])("%s", (_, seen, met) => {
  expect(customerMet({ ...MEETING, ...seen }, BOOK, READER)).toEqual(met);
});
