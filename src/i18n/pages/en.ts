import type { PageWords } from "#i18n/pages/messages.ts";

export const pagesEn: PageWords = {
  linkOver: {
    title: "This link is no longer valid",
    text: "It has been used, or its time is over. A new one can be asked for in the conversation with Relais.",
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
};
