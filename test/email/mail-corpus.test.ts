import { describe, expect, test } from "vitest";

import { mailKind } from "#domain/reply-kind.ts";
import { readIncomingMail } from "#email/incoming.ts";
import { ANSWERS, AUTO_REPLIES } from "../support/mail-corpus.ts";
import { OURS, SONIA, type LabelledMail } from "../support/mail-parts.ts";
import { BOUNCES, COMPLAINTS, DELAYS } from "../support/report-corpus.ts";

async function read({ raw }: LabelledMail) {
  const mail = await readIncomingMail(typeof raw === "string" ? Buffer.from(raw) : raw);
  if (mail === null) throw new Error("Not read as a mail.");
  return { ...mail, kind: mailKind(mail.facts) };
}

describe("a person's answer", () => {
  test.each(ANSWERS)("$name", async (sample) => {
    const { kind, newText } = await read(sample);
    expect(kind).toEqual({ is: "human" });
    expect(newText).toMatch(/virement part vendredi/);
    expect(newText).not.toMatch(/De :|iPhone|blockquote|color/);
  });

  test("its papers are named", async () => {
    const [withFile] = ANSWERS.filter(({ name }) => name.includes("file"));
    expect(withFile === undefined ? [] : (await read(withFile)).attachments).toEqual(["avis de virement.pdf"]);
  });

  test("words keep their accents in every encoding", async () => {
    const texts = await Promise.all(ANSWERS.map(async (sample) => (await read(sample)).newText));
    expect(texts.join("\n")).toMatch(/Réglé \?[\s\S]*1 200 €[\s\S]*Désolée/);
  });
});

describe("a machine's answer counts for nothing", () => {
  test.each(AUTO_REPLIES)("$name", async (sample) => expect((await read(sample)).kind).toEqual({ is: "automatic" }));
});

describe("a bounce names who did not get what", () => {
  test.each(BOUNCES)("$name", async (sample) => {
    const mail = await read(sample);
    expect(mail.kind).toEqual({ is: "bounce", how: "failed", recipients: [SONIA] });
    expect(mail.answers).toContain(OURS);
  });
});

describe("a delay is no bounce yet", () => {
  test.each(DELAYS)("$name", async (sample) =>
    expect((await read(sample)).kind).toEqual({ is: "bounce", how: "delayed", recipients: [SONIA] }),
  );
});

describe("a complaint names who complained", () => {
  test.each(COMPLAINTS)("$name", async (sample) =>
    expect((await read(sample)).kind).toEqual({ is: "complaint", recipients: [SONIA] }),
  );
});

test("twenty-five megabytes of papers are read, and the words above them", async () => {
  const [withFile] = ANSWERS.filter(({ name }) => name.includes("file"));
  const large = String(withFile?.raw).replace("JVBERi0=", `${"QUJD".repeat(19)}\r\n`.repeat(440_000));
  const mail = await read({ name: "large", raw: large });
  expect(large.length).toBeGreaterThan(25 * 1024 * 1024);
  expect(mail.newText).toBe("Le virement part vendredi.");
});
