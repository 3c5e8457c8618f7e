/**
 * Teams' limits: `Bytes` are UTF-16 bytes, texts are in characters (code points), the rest are counts. Source:
 * learn.microsoft.com (format your bot messages; cards reference; dialogs), adaptivecards.io schema 1.5. Where Microsoft
 * names none, ours keep a phone readable.
 */
export const TEAMS_LIMITS = {
  messageBytes: 100_000,
  cardVersion: "1.5",
  /** More are folded away behind "…" or not shown. */
  actionsPerSet: 6,
  /** A card within a card within a card is not drawn on phones. */
  cardDepth: 2,
  /** Longer menus are a list to choose from. */
  menuButtons: 12,
  headingText: 250,
  runText: 3_000,
  summaryText: 300,
  buttonText: 80,
  choiceText: 150,
  choiceOptions: 200,
  /** As many as are ticked at a glance; more fold into a list. */
  choicesInSight: 10,
  /** Ours: what can be told apart on a phone. */
  chartSeries: 6,
  chartLabels: 20,
  /** Ours: on a phone 320 pixels wide the text beside a longer button, or a longer word beside any, has no room. */
  buttonBeside: 12,
  wordBeside: 20,
  labelText: 200,
  inputText: 4_000,
  dialogTitle: 60,
  commandsPerList: 12,
} as const;
