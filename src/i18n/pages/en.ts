import type { PageWords } from "#i18n/pages/messages.ts";

export const pagesEn: PageWords = {
  linkOver: {
    title: "This link is no longer valid",
    text: "It has been used, or its time is over. A new one can be asked for in the conversation with Relais, or comes with another e-mail.",
  },
  myData: {
    title: "What Relais keeps about you",
    text: "All of it is in one JSON file. This link is personal and good once.",
    open: "Download the file",
  },
  document: {
    title: "Your document",
    text: "It opens from here. This link is personal and good for a short time only.",
    open: "Open the document",
    notForYou: "This document is not, or no longer, open to your account.",
  },
  card: {
    answerHere: "To answer, without a password:",
    read: "Open the page",
    becauseUnreachable: "This e-mail comes from Relais, which finds you neither in Slack nor in Teams for now.",
    becauseChosen: "This e-mail comes from Relais, where you chose to read by e-mail.",
    repliesGoTo: "A reply to this e-mail reaches the finance team; an answer on the page is recorded at once.",
    linkIsPersonal: "The link is personal, and good for one answer and seven days.",
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
    text: "This page was asked for very often. In a minute it opens again.",
  },
};
