import { createHmac, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

import type { Json } from "#simulator/slack/json.ts";

/** The service's signing key, as Microsoft publishes its own, and another that nobody knows. */
export type Keys = { readonly jwks: Json; readonly own: SigningKey; readonly unknown: SigningKey };

export type SigningKey = { readonly kid: string; readonly key: KeyObject };

const RSA_BITS = 2_048;

/** Keys to sign activities with, and those of a stranger to try the check. */
export function createKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: RSA_BITS });
  const stranger = generateKeyPairSync("rsa", { modulusLength: RSA_BITS });
  const kid = "look-alike";
  const jwk = { ...publicKey.export({ format: "jwk" }), kid, use: "sig", endorsements: ["msteams"] };
  return {
    jwks: { keys: [jwk] },
    own: { kid, key: privateKey },
    unknown: { kid: "nobody-knows", key: stranger.privateKey },
  };
}

/** How a token is made; a forger changes something of it. */
export type TokenShape = {
  readonly claims: Json;
  readonly signedWith: SigningKey;
  /** HS256: signed with the public key as if it were a shared secret, an old trick. */
  readonly algorithm?: "RS256" | "HS256" | "none" | undefined;
};

/** A JSON Web Token (RFC 7519). */
export function signToken({ claims, signedWith, algorithm = "RS256" }: TokenShape): string {
  const header = { alg: algorithm, typ: "JWT", kid: signedWith.kid, x5t: signedWith.kid };
  const content = `${encoded(header)}.${encoded(claims)}`;
  return `${content}.${signature(content, signedWith, algorithm)}`;
}

function signature(content: string, { key }: SigningKey, algorithm: "RS256" | "HS256" | "none"): string {
  switch (algorithm) {
    case "RS256":
      return createSign("RSA-SHA256").update(content).sign(key, "base64url");
    case "HS256":
      return createHmac("sha256", JSON.stringify(key.export({ format: "jwk" })["n"]))
        .update(content)
        .digest("base64url");
    case "none":
      return "";
    default:
      return algorithm satisfies never;
  }
}

function encoded(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
