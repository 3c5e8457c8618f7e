import { accept, refuse } from "./api-answer.ts";
import type { ApiMethods } from "./api-answer.ts";
import { resolveTarget } from "./channels.ts";
import { fileJson } from "./files.ts";
import { jsonList, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { storeMessage } from "./messages.ts";
import { newId } from "./state.ts";
import type { State } from "./state.ts";

/** files.*: an upload is announced, its bytes are posted to the address given, then it is completed and shared. */
export const FILE_METHODS: ApiMethods = {
  "files.getUploadURLExternal": announceUpload,
  "files.completeUploadExternal": completeUpload,
  "files.info": (state, args) => {
    const id = textOf(args, "file") ?? "";
    return state.files.has(id) ? accept({ file: fileJson(state, id), comments: [] }) : refuse("file_not_found");
  },
};

function announceUpload(state: State, args: Json): Json {
  const name = textOf(args, "filename");
  if (name === null || !(Number(args["length"]) > 0))
    return refuse("invalid_arguments", ["[ERROR] filename and length are required"]);
  const id = newId(state, "F");
  const none = new Uint8Array();
  const mimetype = "application/octet-stream";
  state.files.set(id, { id, name, title: name, mimetype, userId: state.botUserId, content: none, isShared: false });
  return accept({ upload_url: `${state.publicUrl}/upload/${id}`, file_id: id });
}

function completeUpload(state: State, args: Json): Json {
  const asked = jsonList(args["files"]).map((file) => ({ id: textOf(file, "id") ?? "", title: textOf(file, "title") }));
  const uploaded = asked.map(({ id }) => state.files.get(id));
  if (asked.length === 0) return refuse("invalid_arguments", ["[ERROR] files is required"]);
  if (uploaded.some((file) => !file || file.content.length === 0)) return refuse("file_not_found");
  const to = textOf(args, "channel_id");
  const channel = to === null ? null : resolveTarget(state, to);
  if (typeof channel === "string") return refuse(channel);
  for (const { id, title } of asked) {
    const file = state.files.get(id);
    if (file) state.files.set(id, { ...file, title: title ?? file.title, isShared: channel !== null });
  }
  if (channel) {
    storeMessage(state, {
      channelId: channel.id,
      userId: state.botUserId,
      text: textOf(args, "initial_comment") ?? "",
      blocks: jsonList(args["blocks"]),
      threadTs: textOf(args, "thread_ts"),
      files: asked.map(({ id }) => id),
    });
  }
  return accept({ files: asked.map(({ id }) => fileJson(state, id)) });
}
