import { describe, expect, test } from "vitest";

import type { Card, Chart } from "#cards/card.ts";
import { cashReportCard } from "#cards/cash-report.ts";
import { checkSlackPayload } from "#chat/slack/limits.ts";
import { renderCard, renderHome } from "#chat/slack/render.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleReport } from "../../cards/sample-report.ts";
import { byBot, openCall } from "../../support/slack-call.ts";
import { openChat } from "../../support/slack-chat.ts";
import { CLAIRE as CLAIRE_ID, soon, type Connected } from "../../support/slack.ts";
import { test as testInWorld } from "../../support/world.ts";

const CLAIRE = { id: "U00CLAIRE0", name: "claire", realName: "Claire Morel", email: "claire@example.com" };

const chart = (given: Partial<Chart> = {}): Chart => ({
  kind: "bars",
  title: "Âge des montants",
  labels: ["à l'heure", "1 à 30 jours"],
  series: [
    {
      name: "À recevoir",
      points: [
        { value: 210_000, said: "210 000 €" },
        { value: 52_400.5, said: "52 400,50 €" },
      ],
    },
  ],
  inWords: "À l'heure : 210 000 €, 1 à 30 jours : 52 400,50 €.",
  ...given,
});

const card = (...charts: readonly Chart[]): Card => ({
  name: "report",
  summary: "Un point",
  parts: charts.map((one) => ({ is: "chart", chart: one })),
});

const kinds = (blocks: readonly { readonly type: string }[]) => blocks.map(({ type }) => type);

test("a chart is Slack's own block, and what it says stands under it", () => {
  expect(renderCard(card(chart())).blocks).toEqual([
    {
      type: "data_visualization",
      title: "Âge des montants",
      chart: {
        type: "bar",
        series: [
          {
            name: "À recevoir",
            data: [
              { label: "à l'heure", value: 210_000 },
              { label: "1 à 30 jours", value: 52_400.5 },
            ],
          },
        ],
        axis_config: { categories: ["à l'heure", "1 à 30 jours"] },
      },
    },
    {
      type: "context",
      elements: [{ type: "mrkdwn", text: "À l'heure : 210 000 €, 1 à 30 jours : 52 400,50 €.", verbatim: true }],
    },
  ]);
});

test("a third chart, and one that Slack would not take, come as text bars", () => {
  const wide = chart({ labels: Array.from({ length: 21 }, (_, n) => `S${n}`) });
  const alike = chart({ labels: ["un libellé bien trop long A", "un libellé bien trop long B"] });

  expect(kinds(renderCard(card(chart(), chart(), chart())).blocks)).toEqual([
    "data_visualization",
    "context",
    "data_visualization",
    "context",
    "section",
  ]);
  expect(kinds(renderCard(card(wide)).blocks)).toEqual(["section"]);
  expect(kinds(renderCard(card(alike)).blocks)).toEqual(["section"]);
  expect(kinds(renderHome(card(chart())).blocks)).toEqual(["section"]);
  expect(JSON.stringify(renderCard(card(chart()), "text").blocks)).toContain("▇▇▇▇▇▇▇▇▇▇▇▇ à l'heure · 210 000 €");
});

test.each(LOCALES)("the report fits a message in %s, with pictures and without", (locale) => {
  const words = wordsFor(locale);
  const report = cashReportCard(sampleReport(words), words);
  for (const look of ["picture", "text"] as const) {
    const message = renderCard(report, look);
    expect(checkSlackPayload("chat.postMessage", message)).toEqual([]);
    expect(kinds(message.blocks).filter((type) => type === "data_visualization")).toHaveLength(look === "text" ? 0 : 2);
  }
});

test("where Slack refuses charts, the same message comes with text bars, posted and changed", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  const conversation = await chat.openConversation(CLAIRE.id);
  for (const method of ["chat.postMessage", "chat.update"]) {
    workspace.addFault({ method, kind: "error", error: "invalid_blocks" });
  }

  const posted = await chat.post(conversation, card(chart()), "report:48");
  const first = workspace.read.message(conversation, posted.message);
  expect(JSON.stringify(first?.blocks)).toContain("▇▇▇ 1 à 30 jours · 52 400,50 €");
  await chat.change(posted, card(chart({ title: "Âge des retards" })));

  expect(JSON.stringify(workspace.read.message(conversation, posted.message)?.blocks)).toContain("Âge des retards");
  expect(workspace.read.messages(conversation)).toHaveLength(1);
});

test("a card without charts that Slack refuses is refused once", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  const conversation = await chat.openConversation(CLAIRE.id);
  workspace.addFault({ method: "chat.postMessage", kind: "error", error: "invalid_blocks" });

  const plain: Card = { name: "plain", summary: "Un mot", parts: [{ is: "text", text: "Un mot" }] };
  await expect(chat.post(conversation, plain, "k")).rejects.toMatchObject({ name: "Fault", gone: true });
  expect(workspace.read.calls("chat.postMessage")).toHaveLength(1);
});

describe("/cash", () => {
  const cash = (slack: Connected) => slack.workspace.acts.command({ userId: CLAIRE_ID, command: "/cash" });
  const answers = (slack: Connected) =>
    byBot(slack).filter(({ blocks, ephemeralFor }) => ephemeralFor !== null && /Le point/.test(JSON.stringify(blocks)));

  testInWorld("follows its acknowledgement, so that refused charts can come as text bars", async ({ world }) => {
    const { slack } = await openCall(world);
    for (const method of ["response_url", "chat.postEphemeral"]) {
      slack.workspace.addFault({ method, kind: "error", error: "invalid_blocks" });
    }

    expect((await cash(slack)).ack).toMatchObject({ status: 200, body: null });
    await soon(() => expect(answers(slack)).toHaveLength(1));
    expect(JSON.stringify(answers(slack)[0]?.blocks)).toContain("▇▇▇");
    expect(JSON.stringify(answers(slack)[0]?.blocks)).not.toContain("data_visualization");
  });

  testInWorld("what takes too long to draw is acknowledged first, and comes all the same", async ({ world }) => {
    const { slack } = await openCall(world, { slowMs: 2_300 });
    const { ack } = await slack.workspace.acts.command({ userId: CLAIRE_ID, command: "/encours" });

    expect(ack).toMatchObject({ status: 200, body: null });
    await soon(() => {
      const told = byBot(slack).filter(({ ephemeralFor }) => ephemeralFor === CLAIRE_ID);
      expect(JSON.stringify(told.map(({ blocks }) => blocks))).toContain("12\u202f400\u00a0€");
    });
  });
});
