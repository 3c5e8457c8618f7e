import type { Json } from "./json.ts";
import type { State, StoredFile } from "./state.ts";

/** The `file` object of messages and of files.info; its content is behind url_private, with the bot's token. */
export function fileJson(state: State, id: string): Json {
  const file = state.files.get(id);
  if (!file) return { id, mode: "tombstone" };
  const seconds = Math.floor(state.now().getTime() / 1000);
  return {
    id,
    created: seconds,
    timestamp: seconds,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split(".").at(-1) ?? "",
    user: file.userId,
    size: file.content.length,
    mode: "hosted",
    is_external: false,
    file_access: "visible",
    url_private: fileUrl(state, file),
    url_private_download: `${fileUrl(state, file)}?download=1`,
    permalink: fileUrl(state, file),
  };
}

function fileUrl(state: State, file: StoredFile): string {
  return `${state.publicUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
}
