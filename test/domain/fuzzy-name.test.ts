import { describe, expect, test } from "vitest";
import { foldName, pickName, rankNames } from "#domain/fuzzy-name.ts";

const CUSTOMERS = [
  { code: "C001", name: "Établissements Garnier & Fils" },
  { code: "C002", name: "Lemoine SARL" },
  { code: "C003", name: "Lemoine Bois" },
  { code: "C004", name: "Batival S.A.S." },
  { code: "C005", name: "Garage du Nord" },
  { code: "00012", name: "Sodial" },
  { code: "C007", name: "Transports Pérez Nord" },
  { code: "C008", name: "Transports Pérez Sud" },
];

test.each([
  ["Lemoine S.A.R.L.", "lemoine"],
  ["SAS Batival", "batival"],
  ["L'Œuvre d'Été", "l oeuvre d ete"],
  ["Müller GmbH & Co. KG", "muller co"],
  ["  GARNIER--Fils  ", "garnier fils"],
  ["SA", "sa"],
  ["=SUM(1,1)", "sum 1 1"],
  ["…", ""],
])("« %s » is remembered as « %s »", (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

describe("the customer a person means", () => {
  test.each([
    ["garnier", "C001", "words"],
    ["GARNIER ET FILS", "C001", "words"],
    ["etab garnier", "C001", "prefix"],
    ["garni", "C001", "prefix"],
    ["granier", "C001", "typo"],
    ["garniier", "C001", "typo"],
    ["lemoine", "C002", "name"],
    ["lemoine bois", "C003", "name"],
    ["batival sas", "C004", "name"],
    ["sodi al", "00012", "prefix"],
    ["00012", "00012", "code"],
    ["c001", "C001", "code"],
    ["perez sud", "C008", "words"],
  ])("« %s » is %s, found by %s", (query, code, how) => {
    const pick = pickName(query, CUSTOMERS);

    expect(pick).toMatchObject({ is: "one", candidate: { code }, how });
  });

  test("two that fit as well are both shown, never guessed", () => {
    expect(pickName("perez", CUSTOMERS)).toMatchObject({
      is: "several",
      matches: [{ code: "C007" }, { code: "C008" }],
    });
    expect(pickName("lem", CUSTOMERS)).toMatchObject({ is: "several" });
  });

  test("two customers of the same name are both shown", () => {
    const twins = [
      { code: "A", name: "Texto SAS" },
      { code: "B", name: "TEXTO" },
    ];

    expect(pickName("texto", twins)).toMatchObject({ is: "several", matches: twins });
  });

  test("at most five are shown", () => {
    const many = Array.from({ length: 30 }, (_, index) => ({
      code: `C${index}`,
      name: `Agence ${index}`,
    }));
    const pick = pickName("agence", many);

    expect(pick.is === "several" && pick.matches).toHaveLength(5);
  });

  test.each(["xyz", "", "  ", "!!", "ab", "sodo lemoine"])("« %s » is nobody", (query) => {
    expect(pickName(query, CUSTOMERS)).toEqual({ is: "none" });
  });
});

test("surer matches come first", () => {
  const codes = rankNames("lemoine", CUSTOMERS).map((match) => match.candidate.code);

  expect(codes).toEqual(["C002", "C003"]);
});
