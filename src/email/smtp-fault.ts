import { fault, type Fault } from "#usecases/fault.ts";

/** What nodemailer says of a failure; every field may be missing. */
interface SmtpError {
  readonly responseCode?: number;
  readonly response?: string;
  readonly recipient?: string;
}

const WORDS_LENGTH_MAX = 300;
/** "Authenticate first", "wrong password", "encrypt first": about the account, so another setting mends them. */
const ACCOUNT_FROM = 530;
const ACCOUNT_TO = 538;
/** Answers to an address that say it is wrong, not that the mail or its sender is unwelcome (5.7) or the box full (5.2.2). */
const WRONG_ADDRESS_CODES: readonly number[] = [550, 551, 553, 556];
const WRONG_ADDRESS_STATUS = /\b5\.(?:1\.\d{1,3}|2\.1|4\.4)\b/;
const ANY_STATUS = /\b5\.\d{1,3}\.\d{1,3}\b/;

/**
 * A failed send as a fault. An answer decides: 4xx and an account refused = not sent, try again; 5xx = never. Without an
 * answer, what was lost before DATA was not sent; from DATA on nobody knows.
 */
export function smtpFault(error: unknown, session: { readonly dataStarted: boolean }): Fault {
  const smtp = asSmtpError(error);
  const said = sentence(error, smtp);
  if (smtp.responseCode !== undefined) {
    return fault(said, { gone: isForGood(smtp) });
  }
  return fault(said, { ambiguous: session.dataStarted });
}

/** The recipients whose address is wrong for good, of those nodemailer reports. */
export function smtpRefusals(errors: readonly unknown[]): readonly string[] {
  return errors
    .map(asSmtpError)
    .filter(isWrongAddress)
    .flatMap((smtp) => (smtp.recipient === undefined ? [] : [smtp.recipient]));
}

function isWrongAddress(smtp: SmtpError): boolean {
  const response = smtp.response ?? "";
  if (ANY_STATUS.test(response)) return isForGood(smtp) && WRONG_ADDRESS_STATUS.test(response);
  return WRONG_ADDRESS_CODES.includes(smtp.responseCode ?? 0);
}

/** 503 speaks of the order of commands, not of this mail. */
function isForGood(smtp: SmtpError): boolean {
  const code = smtp.responseCode ?? 0;
  if (code === 503 || (code >= ACCOUNT_FROM && code <= ACCOUNT_TO)) return false;
  return code >= 500 && code < 600;
}

function asSmtpError(error: unknown): SmtpError {
  return typeof error === "object" && error !== null ? error : {};
}

function sentence(error: unknown, smtp: SmtpError): string {
  const words = smtp.response ?? (error instanceof Error ? error.message : String(error));
  return `The mail server: ${words.replace(/\s+/g, " ").slice(0, WORDS_LENGTH_MAX)}`;
}
