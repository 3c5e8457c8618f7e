import type { Day } from "#domain/calendar.ts";
import type { Placeholder } from "#domain/mail-template.ts";
import type { PayerProfile } from "#domain/payer-profile.ts";
import type { Locale } from "#domain/person.ts";
import type { FileFault } from "#domain/scenario-file-fault.ts";
import type { Finding } from "#domain/scenario-lint.ts";
import type { RecipientRole, Scenario, Step, StepName, Tone } from "#domain/scenario.ts";

type Fault = Finding["fault"];

/** One clear sentence for each thing there is to say of scenarios and wordings. */
export type FindingWords = {
  readonly [Each in Fault]: (finding: Extract<Finding, { fault: Each }>) => string;
};

/** What finance reads of scenarios and wordings, and of whose they are. */
export interface ScenarioWords {
  /** What people call a scenario. */
  readonly name: (scenario: string) => string;
  /** A wording of finance's own: "premier rappel (français)", with the sender it is kept for. */
  readonly wording: (name: string, locale: Locale, sender: string | null) => string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly recipients: Readonly<Record<RecipientRole, string>>;
  readonly profiles: Readonly<Record<PayerProfile, string>>;
  readonly places: Readonly<Record<Placeholder, string>>;
  /** The place of a finding, then its sentence. */
  readonly finding: (finding: Finding) => string;
  readonly list: {
    readonly title: string;
    readonly intro: string;
    readonly entry: (name: string, version: number | null, chosen: number) => string;
    readonly audience: (audience: Scenario["audience"]) => string;
    readonly open: string;
    readonly draft: (source: string | null, day: Day) => string;
    readonly openDraft: string;
    readonly byFile: string;
    readonly templates: (names: readonly string[]) => string;
  };
  readonly one: {
    readonly title: (name: string) => string;
    readonly step: (step: Step) => string;
    readonly details: (step: Step) => readonly string[];
    readonly change: string;
    readonly changeDay: (step: StepName) => string;
    readonly changeText: (step: StepName, locale: Locale) => string;
    readonly rollBack: string;
    readonly rollBackConfirm: {
      readonly title: string;
      readonly text: string;
      readonly yes: string;
      readonly no: string;
    };
    readonly all: string;
    readonly version: (version: number, day: Day | null) => string;
    readonly shipped: string;
  };
  readonly package: {
    readonly title: string;
    readonly holds: (scenarios: readonly string[], templates: readonly string[]) => string;
    readonly checked: (warnings: number) => string;
    readonly compare: (
      day: Day,
      messages: { readonly before: number; readonly after: number },
      asks: { readonly before: number; readonly after: number },
    ) => string;
    readonly nothingChanges: (same: number) => string;
    readonly difference: (name: string, before: StepName | null, after: StepName | null) => string;
    readonly more: (count: number) => string;
    readonly publish: string;
    readonly cancel: string;
    readonly published: (by: string | null) => string;
    readonly cancelled: string;
    readonly changed: string;
  };
  readonly file: {
    readonly unreadable: (name: string) => string;
    /** A sentence with the line of the file that it is about. */
    readonly at: (line: number | null, sentence: string) => string;
    readonly fault: (fault: FileFault) => string;
    readonly wrong: (name: string) => string;
    readonly same: (name: string) => string;
    readonly notYours: string;
    readonly notScenarios: string;
    readonly tooLarge: string;
  };
  readonly customer: {
    readonly menuChoose: string;
    readonly menuProfile: string;
    readonly fact: string;
    readonly chosen: (customer: string, scenario: string) => string;
    readonly back: (customer: string, scenario: string) => string;
    readonly usual: string;
  };
  readonly proposal: {
    readonly title: (customer: string) => string;
    readonly text: (by: string | null, profile: PayerProfile, scenario: string) => string;
    readonly softer: string;
    readonly firmer: string;
    readonly confirm: string;
    readonly refuse: string;
    readonly confirmed: (customer: string, scenario: string, by: string | null) => string;
    readonly refused: (customer: string, by: string | null) => string;
    readonly waits: (customer: string) => string;
    readonly openCustomer: string;
  };
  readonly forms: {
    readonly day: {
      readonly title: string;
      readonly offset: (step: StepName) => string;
      readonly offsetHint: string;
      readonly submit: string;
    };
    readonly text: {
      readonly title: string;
      readonly subject: string;
      readonly body: string;
      readonly bodyHint: string;
      readonly places: (names: readonly string[]) => string;
      readonly submit: string;
    };
    readonly choose: { readonly title: string; readonly scenario: string; readonly submit: string };
    readonly profile: {
      readonly title: string;
      readonly profile: string;
      readonly hint: string;
      readonly submit: string;
    };
  };
}
