import { answerStories } from "./answer-stories.ts";
import { controlStories } from "./control-stories.ts";
import { clockStories } from "./clock-stories.ts";
import { dunningStories } from "./dunning-stories.ts";
import { figureStories } from "./figure-stories.ts";
import { forecastStories } from "./forecast-stories.ts";
import { meetingStories } from "./meeting-stories.ts";
import { letterStories } from "./letter-stories.ts";
import { noteStories } from "./note-stories.ts";
import { promiseStories } from "./promise-stories.ts";
import { proofStories } from "./proof-stories.ts";
import { readingStories } from "./reading-stories.ts";
import { replyStories } from "./reply-stories.ts";
import { reportStories } from "./report-stories.ts";
import { roleChannelStories } from "./role-channel-stories.ts";
import { scenarioStories } from "./scenario-stories.ts";
import type { Story } from "./story.ts";
import { subscriptionStories } from "./subscription-stories.ts";
import { troubleStories } from "./trouble-stories.ts";
import { withoutChatStories } from "./without-chat-stories.ts";

/** The loop: from a reminder to what came of the call. Each story is lived in Slack and in Teams. */
export const LOOP_STORIES: readonly Story[] = [
  ...promiseStories,
  ...answerStories,
  ...clockStories,
  ...dunningStories,
  ...replyStories,
  ...letterStories,
  ...readingStories,
  ...noteStories,
  ...troubleStories,
];

/** What is looked at and steered: figures, reports, meetings, scenarios, finance. Lived in both chats too. */
export const OFFICE_STORIES: readonly Story[] = [
  ...meetingStories,
  ...figureStories,
  ...forecastStories,
  ...reportStories,
  ...subscriptionStories,
  ...roleChannelStories,
  ...proofStories,
  ...scenarioStories,
  ...controlStories,
  ...withoutChatStories,
];
