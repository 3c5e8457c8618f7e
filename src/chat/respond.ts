import { show, type Asked } from "#chat/asked.ts";
import { readCommand, readMessage } from "#chat/commands.ts";
import type { Reply } from "#chat/reply.ts";
import type { Did } from "#chat/request.ts";
import { respondToAction } from "#chat/respond-action.ts";
import { respondToFile } from "#chat/respond-file.ts";
import { respondToForm } from "#chat/respond-form.ts";
import { respondToWords } from "#chat/respond-words.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";

/** What a person did, as a use case and the card that shows what came of it. The same for every chat. */
export async function respond(asked: Asked, did: Did): Promise<Reply> {
  switch (did.is) {
    case "command":
      return respondToWords(asked, readCommand(did.name, did.text, asked.context.today));
    case "message":
      return respondToWords(asked, readMessage(did.text, asked.context.today));
    case "action":
      return respondToAction(asked, did.action);
    case "form":
      return respondToForm(asked, did.answer);
    case "home-opened":
      return show(asked, { show: "home" });
    case "file":
      return respondToFile(asked, did.file);
    case "look-again":
      return asked.standing === null ? notRecorded(asked) : show(asked, asked.standing);
    default:
      return did satisfies never;
  }
}

function notRecorded(asked: Asked): Reply {
  return { is: "notice", text: chatWordsFor(asked.person.locale).nothingRecorded };
}
