import { z } from "zod";

import type { ChatFile } from "#usecases/ports.ts";
import type { SlackApi } from "./api.ts";

const announcedSchema = z.object({ upload_url: z.url(), file_id: z.string() });

/** Hands over a file as Slack wants it: announced, its bytes put where Slack says, then shared with what is said to it. */
export async function sendFile(api: SlackApi, conversation: string, file: ChatFile, text: string): Promise<void> {
  const announced = announcedSchema.parse(
    await api.send("files.getUploadURLExternal", { filename: file.name, length: file.bytes.length }),
  );
  await api.upload(announced.upload_url, file.bytes);
  await api.send("files.completeUploadExternal", {
    files: [{ id: announced.file_id, title: file.name }],
    channel_id: conversation,
    initial_comment: text,
  });
}
