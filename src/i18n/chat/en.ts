import type { ChatWords } from "#i18n/chat/messages.ts";

const ASK_FINANCE = "Finance or IT can put this right.";

export const chatEn: ChatWords = {
  strangers: {
    unknown: `Hello! Relais does not know you under this e-mail address yet. ${ASK_FINANCE}`,
    guest: "Hello! Relais shows nothing to guest accounts. It needs a full company account.",
    external: "Hello! Relais is only for people of the company that installed it.",
    bot: "Relais only answers people.",
    deactivated: `Hello! Your access to Relais is closed. ${ASK_FINANCE}`,
    taken: `Hello! Your e-mail address is already linked to another account. ${ASK_FINANCE}`,
  },
  somethingWrong: "Something went wrong on our side. Nothing is lost: trying again in a moment should work.",
  oldButton: "This button is from an older version. `/outstanding` and the name open the same customer.",
  helpLine:
    "For example: `outstanding garnier`, `promise garnier friday 12400`, `dispute garnier`. The rest is in `help`.",
  promiseHint:
    "To note a promise: the customer, the day and, if need be, the amount. For example: `promise garnier friday 12400`.",
  disputeHint: "To note a dispute, the customer's name is enough: a short form opens. For example: `dispute garnier`.",
  formHere: "A short form opens here:",
  openForm: "Open the form",
  nobodyCalled: (typed) => `No person and no company here is called "${typed}".`,
  severalCalled: (typed, names) => `"${typed}" may mean ${names.join(", ")}. One more word will do.`,
  noticeTitle: "Relais",
  close: "Close",
  backHome: "Back to home",
  settingsSaved: "Saved, thank you!",
  amountForOne: "An amount is for one invoice at a time. Without one, everything ticked is meant.",
  fieldMissing: "Please fill this in.",
  answeredAside: "The answer is in the private chat with Relais.",
  cannotWriteToYou: "The answer is for a private chat, where Relais cannot write yet. IT can install the app there.",
  nothingRecorded: "Nothing was recorded.",
  answeredBelow: "It is in the chat, just below.",
};
