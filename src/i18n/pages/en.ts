import type { PageWords } from "#i18n/pages/messages.ts";

export const pagesEn: PageWords = {
  linkOver: {
    title: "This link is no longer valid",
    text: "It has been used, or has expired. You can ask for a new one in the conversation with Relais, or one will come with another e-mail.",
  },
  myData: {
    title: "What Relais keeps about you",
    text: "All of it is in one JSON file. This link is personal and works once.",
    open: "Download the file",
  },
  document: {
    title: "Your document",
    text: "It opens from here. This link is personal and valid for a short time only.",
    open: "Open the document",
    notForYou: "This document is not, or is no longer, open to your account.",
  },
  card: {
    answerHere: "To answer, without a password:",
    read: "Open the page",
    becauseUnreachable: "This e-mail comes from Relais, which finds you neither in Slack nor in Teams for now.",
    becauseChosen: "This e-mail comes from Relais, which you chose to read by e-mail.",
    repliesGoTo: "A reply to this e-mail reaches finance; an answer on the page is recorded at once.",
    linkIsPersonal: "The link is personal and valid for one answer, within seven days.",
    whose: (name) => `This link belongs to ${name}.`,
    spent: "This link has been used. Here is how things stand.",
    again: "Send me a new link",
    onItsWay: "A new link is on its way to the e-mail address of the person named here.",
    gone: "There is nothing left to answer here. Thank you!",
    noted: "Noted, thank you.",
    changed: "Things have changed meanwhile: here is how they stand.",
    back: "Back to the page",
    choose: "Choose…",
    inCurrency: (label, currency) => `${label} (${currency})`,
  },
  tooMany: {
    title: "One moment",
    text: "This page has been asked for very often. It will open again in a minute.",
  },
};
