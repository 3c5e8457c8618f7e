import { randomUUID } from "node:crypto";
import type { Server } from "node:http";

import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";

import type { Ack, Outgoing, Retry } from "./delivery.ts";
import { isJson, parseJson } from "./json.ts";
import type { State } from "./state.ts";

/** The open connections of an app in Socket Mode. */
export type Sockets = {
  /** Takes the connections that arrive at /socket of this server. */
  attach(server: Pick<Server, "on">): void;
  /** Sends an act through one connection and waits for its acknowledgement. */
  send(outgoing: Outgoing, ackMsMax: number, retry?: Retry): Promise<Ack>;
  /** Asks every client to come back on a new connection, as Slack does when it moves a server. */
  disconnectAll(reason: "warning" | "refresh_requested" | "link_disabled"): void;
  count(): number;
  close(): void;
};

const PING_MS = 10_000;

/** Socket Mode: hello at the beginning, then envelopes, each of which the app acknowledges by its id. */
export function createSockets(state: State): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const waiting = new Map<string, (payload: unknown) => void>();
  const pings = setInterval(() => server.clients.forEach((socket) => socket.ping()), PING_MS).unref();
  server.on("connection", (socket) => {
    socket.on("message", (data: Buffer) => acknowledge(waiting, data.toString()));
    socket.on("error", () => socket.terminate());
    sendJson(socket, hello(state, server.clients.size));
  });
  let turn = 0;
  return {
    attach: (http) => {
      http.on("upgrade", (request, stream, head) => {
        if (!isForUs(request.url) || state.installation !== "installed") stream.destroy();
        else server.handleUpgrade(request, stream, head, (socket) => server.emit("connection", socket, request));
      });
    },
    send: (outgoing, ackMsMax, retry) => {
      const open = [...server.clients].filter((socket) => socket.readyState === socket.OPEN);
      turn += 1;
      return sendEnvelope(open[turn % Math.max(open.length, 1)], waiting, outgoing, ackMsMax, retry);
    },
    disconnectAll: (reason) => {
      for (const socket of server.clients)
        sendJson(socket, { type: "disconnect", reason, debug_info: { host: "look-alike" } });
    },
    count: () => server.clients.size,
    close: () => {
      clearInterval(pings);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** apps.connections.open gives `/socket?ticket=...`, below whatever path the look-alike is mounted at. */
function isForUs(url: string | undefined): boolean {
  return new URL(url ?? "/", "http://localhost").pathname.endsWith("/socket");
}

function hello(state: State, connections: number): object {
  return {
    type: "hello",
    num_connections: connections,
    debug_info: { host: "look-alike", approximate_connection_time: 18_060 },
    connection_info: { app_id: state.appId },
  };
}

async function sendEnvelope(
  socket: WebSocket | undefined,
  waiting: Map<string, (payload: unknown) => void>,
  outgoing: Outgoing,
  ackMsMax: number,
  retry?: Retry,
): Promise<Ack> {
  if (!socket) return { status: null, body: null, milliseconds: 0, error: "dispatch_failed" };
  const started = performance.now();
  const envelope = {
    envelope_id: randomUUID(),
    type: outgoing.kind,
    payload: outgoing.payload,
    accepts_response_payload: outgoing.kind !== "events_api",
    ...(retry ? { retry_attempt: retry.number, retry_reason: retry.reason } : {}),
  };
  const late = Symbol("late");
  const answer = await new Promise<unknown>((resolve) => {
    const timer = setTimeout(resolve, ackMsMax, late);
    waiting.set(envelope.envelope_id, (payload) => {
      clearTimeout(timer);
      resolve(payload);
    });
    sendJson(socket, envelope);
  });
  waiting.delete(envelope.envelope_id);
  const milliseconds = Math.round(performance.now() - started);
  if (answer === late) return { status: null, body: null, milliseconds, error: "operation_timeout" };
  return { status: 200, body: bodyOf(answer), milliseconds, error: null };
}

function acknowledge(waiting: Map<string, (payload: unknown) => void>, data: string): void {
  const message = parseJson(data);
  if (isJson(message)) waiting.get(String(message["envelope_id"]))?.(message["payload"]);
}

/** An empty payload is an empty answer, as an empty body is over HTTP. */
function bodyOf(payload: unknown): unknown {
  return isJson(payload) && Object.keys(payload).length > 0 ? payload : null;
}

function sendJson(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}
