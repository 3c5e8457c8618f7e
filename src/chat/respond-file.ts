import { actorOf, refuse, show, type Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import { hasErrors } from "#domain/scenario-lint.ts";
import { SCENARIO_FILE_BYTES_MAX } from "#domain/scenario-file-size.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { wordsFor } from "#i18n/words.ts";
import { checkScenarioFile, type CheckedScenarios } from "#usecases/scenarios/check-scenarios.ts";
import { keepsScenarios } from "#usecases/scenarios/draw-scenarios.ts";
import { handInScenarios } from "#usecases/scenarios/hand-in-scenarios.ts";
import type { SentFile } from "#usecases/ports.ts";

const YAML = /\.(ya?ml|json)$/i;
const SENTENCES_MAX = 12;

/** Finance dropped a file: it is checked, tried out on the real customers, and shown with its two buttons. */
export async function respondToFile(asked: Asked, file: SentFile): Promise<Reply> {
  const say = wordsFor(asked.person.locale).scenarios.file;
  const chat = asked.here?.chat;
  if (chat?.fetchFile === undefined) return notice(chatWordsFor(asked.person.locale).helpLine);
  if (!keepsScenarios(asked.person)) return notice(say.notYours);
  if (!YAML.test(file.name)) return notice(say.notScenarios);
  if (file.size !== null && file.size > SCENARIO_FILE_BYTES_MAX) return notice(say.tooLarge);
  const bytes = await chat.fetchFile(file, SCENARIO_FILE_BYTES_MAX);
  const text = new TextDecoder().decode(bytes);
  const checked = await checkScenarioFile(asked.context, text);
  if (checked.is === "unreadable" || hasErrors(checked.findings)) return notice(toMend(asked, file.name, checked));
  const kept = await handInScenarios(asked.context, actorOf(asked), { ...checked.file, source: file.name });
  if (!kept.ok) return refuse(asked, kept.refusal);
  if (kept.value.package === null) return notice(say.same(file.name));
  return show(asked, { show: "scenario-package", package: kept.value.package });
}

/** What keeps it from being used, one sentence each. */
function toMend(asked: Asked, name: string, checked: CheckedScenarios): string {
  const { scenarios: say, common } = wordsFor(asked.person.locale);
  const [title, sentences] =
    checked.is === "unreadable"
      ? [say.file.unreadable(name), checked.reasons.map((reason) => say.file.at(reason.line, say.file.fault(reason)))]
      : [say.file.wrong(name), checked.findings.map((finding) => say.file.at(finding.line, say.finding(finding)))];
  const more = sentences.length - SENTENCES_MAX;
  const lines = [...sentences.slice(0, SENTENCES_MAX), ...(more > 0 ? [common.more(more)] : [])];
  return [title, ...lines.map((line) => `• ${line}`)].join("\n");
}

function notice(text: string): Reply {
  return { is: "notice", text };
}
