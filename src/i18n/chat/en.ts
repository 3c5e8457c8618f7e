import type { ChatWords } from "#i18n/chat/messages.ts";

const ASK_FINANCE = "Finance or whoever runs Relais can put this right.";

export const chatEn: ChatWords = {
  strangers: {
    unknown: `Hello! Relais does not know you under this e-mail address yet. ${ASK_FINANCE}`,
    guest: "Hello! Relais shows nothing to guest accounts. It takes a full member's account of the company.",
    external: "Hello! Relais is only for people of the company that installed it.",
    bot: "Relais only answers people.",
    deactivated: `Hello! Your access to Relais is closed. ${ASK_FINANCE}`,
    taken: `Hello! Your e-mail address is already linked to another account. ${ASK_FINANCE}`,
  },
  somethingWrong: "Something went wrong on our side. Nothing is lost: trying again in a moment should do.",
  oldButton: "This button is from an older version. The same customer opens with `/outstanding` and its name.",
  helpLine:
    "For example: `outstanding garnier`, `promise garnier friday 12400`, `dispute garnier`. The rest is in `help`.",
  formHere: "A short form opens here:",
  openForm: "Open the form",
  nobodyCalled: (typed) => `Nothing here is called "${typed}".`,
  severalCalled: (typed, names) => `"${typed}" may mean ${names.join(", ")}. One more word will do.`,
  noticeTitle: "Relais",
  close: "Close",
  backHome: "Back to home",
  settingsSaved: "Saved, thank you!",
  amountForOne: "An amount is for one invoice at a time. Without it, all that is ticked is meant.",
  fieldMissing: "Please fill this in.",
  answeredAside: "The answer is in the private chat with Relais.",
  cannotWriteToYou:
    "The answer is for a private chat, where Relais cannot write yet. An administrator can install the app.",
  nothingRecorded: "Nothing was recorded.",
  answeredBelow: "It is in the chat, just below.",
};
