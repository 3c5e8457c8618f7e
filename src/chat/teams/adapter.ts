import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";

import type { TeamsConfig } from "#config.ts";
import { createWire } from "./wire.ts";
import { faultOfToken } from "./faults.ts";

/** Microsoft's own issuer of tokens for activities; emulators and skills have others, and are not let in. */
const ISSUER = "https://api.botframework.com";
const SCOPE = "https://api.botframework.com";
const LOGIN = "https://login.microsoftonline.com/botframework.com";
const OAUTH = "https://token.botframework.com";
/** A token is asked for about once an hour, and a send does not wait longer for one than for its own answer. */
const TOKEN_MS_MAX = 10_000;

export type Logic = (turn: TurnContext) => Promise<void>;

/** botbuilder's adapter, which authenticates what comes in and signs what goes out. */
export interface TeamsAdapter {
  /** Runs `logic` for an authentic activity; throws what botbuilder throws for any other, before logic is run. */
  receive(authorization: string, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined>;
  readonly cloud: CloudAdapter;
}

/** Throws a sentence when there is no app id: botbuilder would take anybody's activities then. */
export function createAdapter(config: TeamsConfig): TeamsAdapter {
  if (config.appId === "" || config.tenantId === "")
    throw new Error("MicrosoftAppId and MicrosoftAppTenantId are missing: without them anybody could speak as Teams.");
  const authentication = new ConfigurationBotFrameworkAuthentication(
    cloudOf(config),
    credentialsOf(config),
    { requiredEndorsements: [], validateClaims: refuseOtherIssuers(config) },
    undefined,
    { httpClient: createWire() },
  );
  const cloud = new OpenAdapter(authentication);
  return { cloud, receive: (authorization, activity, logic) => cloud.receive(authorization, activity, logic) };
}

/** botbuilder's `process` wants Express and writes errors to the console; what it does inside is all that is needed. */
class OpenAdapter extends CloudAdapter {
  async receive(authorization: string, activity: Activity, logic: Logic): Promise<InvokeResponse | undefined> {
    return await this.processActivity(authorization, activity, logic);
  }
}

/** Microsoft's cloud, or a stand-in's keys: when one address is set, botbuilder wants all of them. */
function cloudOf({ local, tenantId }: TeamsConfig): Readonly<Record<string, string>> {
  if (local === null || local.openIdUrl === null) return { MicrosoftAppTenantId: tenantId };
  return {
    ToChannelFromBotLoginUrl: LOGIN,
    ToChannelFromBotOAuthScope: SCOPE,
    ToBotFromChannelTokenIssuer: ISSUER,
    OAuthUrl: OAUTH,
    ToBotFromChannelOpenIdMetadataUrl: local.openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: local.openIdUrl,
    CallerId: "",
  };
}

type Credentials = Awaited<ReturnType<ConfigurationServiceClientCredentialFactory["createCredentials"]>>;

/** The secret buys a token per hour; on this machine a stand-in takes any. */
function credentialsOf({
  appId,
  appPassword,
  tenantId,
  local,
}: TeamsConfig): ConfigurationServiceClientCredentialFactory {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: "SingleTenant",
  });
  return Object.assign(Object.create(factory) as ConfigurationServiceClientCredentialFactory, {
    isAuthenticationDisabled: async () => local !== null && local.openIdUrl === null,
    async createCredentials(...asked: Parameters<typeof factory.createCredentials>): Promise<Credentials> {
      if (local !== null) return { signRequest: async (request) => withToken(request, "of-a-stand-in") };
      const credentials = await factory.createCredentials(...asked);
      return { signRequest: (request) => withinTime(credentials.signRequest(request)) };
    },
  });
}

type Request = Parameters<Credentials["signRequest"]>[0];

function withToken(request: Request, token: string): Request {
  request.headers.set("authorization", `Bearer ${token}`);
  return request;
}

/** Whatever goes wrong while a token is fetched, nothing has been sent yet. */
async function withinTime(signing: Promise<Request>): Promise<Request> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), TOKEN_MS_MAX);
  });
  try {
    return await Promise.race([signing, late]);
  } catch (error) {
    throw faultOfToken(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Only Teams speaks to this bot: a token that the emulator or another bot was given is somebody else's. */
function refuseOtherIssuers({ local }: TeamsConfig) {
  return async (claims: readonly { readonly type: string; readonly value: string }[]): Promise<void> => {
    if (local !== null && local.openIdUrl === null) return;
    const issuers = claims.filter(({ type }) => type === "iss").map(({ value }) => value);
    if (issuers.length !== 1 || issuers[0] !== ISSUER) throw new Error("The token is not from Teams.");
  };
}
