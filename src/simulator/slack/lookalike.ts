import type { Hono } from "hono";
import type { Server } from "node:http";

import { listen, stopListening } from "#simulator/own-server.ts";
import { addFault, clearFaults } from "#simulator/planned-faults.ts";
import { createSlackApp } from "./app.ts";
import { click, prepareClick } from "./clicks.ts";
import type { Click, Place } from "./clicks.ts";
import { command, shortcut } from "./commands.ts";
import type { Command, CommandOutcome } from "./commands.ts";
import { deliver, deliverRaw, replayLast } from "./delivery.ts";
import type { Ack, Line, Outgoing, RawRequest } from "./delivery.ts";
import { openHome, retryLastEvent, revokeTokens, sendEvent, sendMessage, uninstall } from "./events.ts";
import type { Said } from "./events.ts";
import type { Fault } from "./faults.ts";
import { closeView, submitView } from "./forms.ts";
import type { FormOutcome, Submission } from "./forms.ts";
import type { Json } from "./json.ts";
import { createReader } from "./read.ts";
import type { Reader } from "./read.ts";
import { createSockets } from "./socket.ts";
import type { Sockets } from "./socket.ts";
import { createState, fullChannel } from "./state.ts";
import type { Channel, LookalikeOptions, Message, Person } from "./state.ts";
import { suggest } from "./suggestions.ts";

/** What the people of the workspace do. Every act gives what the app answered; a thing nobody can do in Slack throws. */
type Acts = {
  command(request: Command): Promise<CommandOutcome>;
  click(request: Click): Promise<Ack | null>;
  prepareClick(request: Click): Json | null;
  submitView(submission: Submission): Promise<FormOutcome>;
  closeView(place: Pick<Place, "userId" | "viewId"> & { readonly isAll?: boolean | undefined }): Promise<Ack | null>;
  suggest(request: Parameters<typeof suggest>[1]): ReturnType<typeof suggest>;
  openHome(request: { readonly userId: string; readonly tab?: "home" | "messages" }): Promise<Ack | null>;
  sendMessage(said: Said): Promise<{ readonly message: Message; readonly ack: Ack | null }>;
  shortcut(request: Parameters<typeof shortcut>[1]): Promise<Ack>;
  uninstall(): Promise<Ack | null>;
  revokeTokens(): Promise<Ack | null>;
  sendEvent(subscription: string, event: Json): Promise<Ack | null>;
  retryLastEvent(number?: number, reason?: string): Promise<Ack>;
  deliver(outgoing: Outgoing): Promise<Ack>;
  deliverRaw(raw: RawRequest): Promise<Ack>;
  replayLast(): Promise<Ack>;
};

export type SlackLookalike = {
  /** What the app calls: mount it anywhere (then give publicUrl), or listen(). */
  readonly app: Hono;
  readonly acts: Acts;
  readonly read: Reader;
  readonly sockets: Sockets;
  setRequestUrl(url: string): void;
  setPublicUrl(url: string): void;
  /** Adds a person or changes the one with this id. */
  setPerson(person: Person): void;
  setChannel(channel: Pick<Channel, "id" | "name" | "members"> & Partial<Channel>): void;
  addFault(fault: Omit<Fault, "times"> & { readonly times?: number | undefined }): void;
  clearFaults(): void;
  /** Serves itself on this machine alone, sockets too; port 0 takes a free one. Gives the address to call as SLACK_API_URL without `/api/`. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
};

/** A local Slack: state in memory, Slack's wire formats, and people who act through functions. */
export function createSlackLookalike(options: LookalikeOptions): SlackLookalike {
  const state = createState(options);
  const closing = new AbortController();
  const sockets = createSockets(state);
  const app = createSlackApp(state, closing.signal);
  let server: Server | null = null;
  return {
    app,
    sockets,
    acts: createActs({ state, sockets }),
    read: createReader(state),
    setRequestUrl: (url) => {
      state.requestUrl = url;
    },
    setPublicUrl: (url) => {
      state.publicUrl = url;
    },
    setPerson: (person) => void state.people.set(person.id, person),
    setChannel: (channel) => void state.channels.set(channel.id, fullChannel(channel)),
    addFault: (fault) => addFault(state, fault),
    clearFaults: () => clearFaults(state),
    listen: async (port = 0) => {
      const listening = await listen(app, port);
      server = listening.server;
      sockets.attach(server);
      state.publicUrl = listening.url;
      return listening.url;
    },
    close: async () => {
      closing.abort();
      sockets.close();
      await stopListening(server);
    },
  };
}

function createActs(line: Line): Acts {
  return {
    command: (request) => command(line, request),
    click: (request) => click(line, request),
    prepareClick: (request) => prepareClick(line.state, request),
    submitView: (submission) => submitView(line, submission),
    closeView: (place) => closeView(line, place),
    suggest: (request) => suggest(line, request),
    openHome: (request) => openHome(line, request),
    sendMessage: (said) => sendMessage(line, said),
    shortcut: (request) => shortcut(line, request),
    uninstall: () => uninstall(line),
    revokeTokens: () => revokeTokens(line),
    sendEvent: (subscription, event) => sendEvent(line, subscription, event),
    retryLastEvent: (number, reason) => retryLastEvent(line, number, reason),
    deliver: (outgoing) => deliver(line, outgoing),
    deliverRaw: (raw) => deliverRaw(line, raw),
    replayLast: () => replayLast(line),
  };
}
