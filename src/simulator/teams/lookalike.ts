import type { Hono } from "hono";
import type { Server } from "node:http";

import { listen, stopListening } from "#simulator/own-server.ts";
import { addFault, clearFaults } from "#simulator/planned-faults.ts";
import type { Json } from "#simulator/slack/json.ts";
import { createTeamsApp } from "./app.ts";
import { click, closeDialog, prepareClick, submitDialog, type Click, type Outcome, type Submission } from "./clicks.ts";
import {
  activityOf,
  deliver,
  deliverRaw,
  goodToken,
  replayLast,
  serviceUrlOf,
  type Ack,
  type RawRequest,
} from "./delivery.ts";
import { addTo, archive, install, removeFrom, sendMessage, uninstall, type Said } from "./events.ts";
import type { Fault } from "./faults.ts";
import type { Keys, TokenShape } from "./keys.ts";
import { createReader, type Reader } from "./read.ts";
import {
  addPerson,
  createState,
  findConversation,
  findPerson,
  fullConversation,
  type Conversation,
  type LookalikeOptions,
  type Message,
  type Person,
} from "./state.ts";

/** What the people of the tenant do. Every act gives what the app answered; a thing nobody can do in Teams throws. */
type Acts = {
  sendMessage(said: Said): Promise<{ readonly message: Message; readonly ack: Ack | null }>;
  click(request: Click): Promise<Outcome>;
  prepareClick(request: Click): Json;
  submitDialog(submission: Submission): Promise<Outcome>;
  closeDialog(userId: string): void;
  install(userId: string): Promise<readonly Ack[]>;
  uninstall(userId: string): Promise<Ack>;
  addTo(userId: string, conversationId: string): Promise<Ack>;
  removeFrom(userId: string, conversationId: string): Promise<Ack>;
  archive(archived: Parameters<typeof archive>[1]): Promise<Ack | null>;
  /** An activity of a person's as Teams would write it, with some fields changed; not sent. */
  activityOf(userId: string, own: Json, conversationId?: string): Json;
  deliver(activity: Json): Promise<Ack>;
  deliverRaw(raw: RawRequest): Promise<Ack>;
  replayLast(): Promise<Ack>;
};

export type TeamsLookalike = {
  /** What the app calls: mount it anywhere (then give publicUrl), or listen(). */
  readonly app: Hono;
  readonly acts: Acts;
  readonly read: Reader;
  readonly keys: Keys;
  /** Where its signing keys are told, for TeamsConfig.local. */
  openIdUrl(): string;
  goodToken(): TokenShape;
  serviceUrl(): string;
  setRequestUrl(url: string): void;
  setPublicUrl(url: string): void;
  /** Adds a person or changes the one with this id. */
  setPerson(person: Person): void;
  setConversation(conversation: Pick<Conversation, "id" | "kind" | "name" | "members"> & Partial<Conversation>): void;
  addFault(fault: Omit<Fault, "times"> & { readonly times?: number | undefined }): void;
  clearFaults(): void;
  /** Serves itself on this machine alone; port 0 takes a free one. Gives its address. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
};

/** A local Teams: state in memory, the connector service's wire formats, and people who act through functions. */
export function createTeamsLookalike(options: LookalikeOptions): TeamsLookalike {
  const state = createState(options);
  const closing = new AbortController();
  const app = createTeamsApp(state, closing.signal);
  let server: Server | null = null;
  return {
    app,
    keys: state.keys,
    read: createReader(state),
    acts: {
      sendMessage: (said) => sendMessage(state, said),
      click: (request) => click(state, request),
      prepareClick: (request) => prepareClick(state, request).activity,
      submitDialog: (submission) => submitDialog(state, submission),
      closeDialog: (userId) => closeDialog(state, userId),
      install: (userId) => install(state, userId),
      uninstall: (userId) => uninstall(state, userId),
      addTo: (userId, conversationId) => addTo(state, userId, conversationId),
      removeFrom: (userId, conversationId) => removeFrom(state, userId, conversationId),
      archive: (archived) => archive(state, archived),
      activityOf: (userId, own, conversationId) => {
        const person = findPerson(state, userId);
        return activityOf(state, person, findConversation(state, person, conversationId), own);
      },
      deliver: (activity) => deliver(state, activity),
      deliverRaw: (raw) => deliverRaw(state, raw),
      replayLast: () => replayLast(state),
    },
    openIdUrl: () => `${state.publicUrl}/.well-known/openid-configuration`,
    goodToken: () => goodToken(state),
    serviceUrl: () => serviceUrlOf(state),
    setRequestUrl: (url) => {
      state.requestUrl = url;
    },
    setPublicUrl: (url) => {
      state.publicUrl = url;
    },
    setPerson: (person) => addPerson(state, person),
    setConversation: (conversation) => void state.conversations.set(conversation.id, fullConversation(conversation)),
    addFault: (fault) => addFault(state, fault),
    clearFaults: () => clearFaults(state),
    listen: async (port = 0) => {
      const listening = await listen(app, port);
      server = listening.server;
      state.publicUrl = listening.url;
      return listening.url;
    },
    close: async () => {
      closing.abort();
      await stopListening(server);
    },
  };
}
