import { describe, expect, test } from "vitest";

import { readAbsence } from "#domain/absence-words.ts";

/** A Monday. */
const TODAY = "2026-08-10";

const marie = { name: "marie" } as const;
const NOBODY = null;

describe("what is typed after /absence", () => {
  test.for([
    ["12-19 août @marie", "2026-08-12", "2026-08-19", marie],
    ["du 12 au 19 août marie", "2026-08-12", "2026-08-19", marie],
    ["12 au 19 août", "2026-08-12", "2026-08-19", NOBODY],
    ["du 12 août au 2 septembre avec marie", "2026-08-12", "2026-09-02", marie],
    ["12/08-19/08 Marie Petit", "2026-08-12", "2026-08-19", { name: "Marie Petit" }],
    ["2026-08-12 au 2026-08-19", "2026-08-12", "2026-08-19", NOBODY],
    ["from 12 to 19 August @mary", "2026-08-12", "2026-08-19", { name: "mary" }],
    ["12-19 August mary", "2026-08-12", "2026-08-19", { name: "mary" }],
    ["August 12 to August 19 with mary", "2026-08-12", "2026-08-19", { name: "mary" }],
    ["August 12-19", "2026-08-12", "2026-08-19", NOBODY],
    ["12-19 août <@U123|marie.petit>", "2026-08-12", "2026-08-19", { mention: "U123" }],
    ["<@U123> du 12 au 19 août", "2026-08-12", "2026-08-19", { mention: "U123" }],
    ["vendredi", "2026-08-14", "2026-08-14", NOBODY],
    ["demain marie.petit@exemple.example", "2026-08-11", "2026-08-11", { name: "marie.petit@exemple.example" }],
    ["aujourd'hui", "2026-08-10", "2026-08-10", NOBODY],
    ["lundi au vendredi marie", "2026-08-17", "2026-08-21", marie],
    ["jusqu'au 19 août marie", "2026-08-10", "2026-08-19", marie],
    ["until Friday", "2026-08-10", "2026-08-14", NOBODY],
    ["28 décembre - 3 janvier marie", "2026-12-28", "2027-01-03", marie],
    ["le 14 août", "2026-08-14", "2026-08-14", NOBODY],
    ["12 – 19 août marie", "2026-08-12", "2026-08-19", marie],
  ] as const)("%s", ([typed, from, until, delegate]) => {
    expect(readAbsence(typed, TODAY)).toEqual({ is: "absence", from, until, delegate });
  });

  test("days that are just over are those, and not next year's", () => {
    const read = readAbsence("1-5 août", TODAY);
    expect(read).toEqual({ is: "absence", from: "2026-08-01", until: "2026-08-05", delegate: null });
  });

  test.for(["fin", "Fin", "end", "retour", "annuler", "cancel"])("%s ends it", (typed) => {
    expect(readAbsence(typed, TODAY)).toEqual({ is: "end" });
  });

  test("nothing asks for what is noted", () => {
    expect(readAbsence("  ", TODAY)).toEqual({ is: "nothing" });
  });

  test.for(["marie", "quand il pleut", "12", "31 février"])("%s means no days", (typed) => {
    expect(readAbsence(typed, TODAY)).toEqual({ is: "unreadable" });
  });
});
