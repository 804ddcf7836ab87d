import { refuse, type Refusal } from '../refusal/refusal.ts';
import { OTHER, type Reason } from './reason.ts';

export interface GivenReason {
  readonly command: string;
  readonly code: string;
  /** The reason in words. */
  readonly text: string | undefined;
  /** Local date of the command. */
  readonly date: string;
}

export interface LegacyReason {
  /** A code of the catalogue. */
  readonly code: string;
  /** What was written, where nothing of the catalogue stands for it: it may say anything about anybody. */
  readonly original: string | undefined;
}

/** The reasons of the catalogue. */
export interface Reasons {
  /** Why a reason cannot be given; undefined: it can. What was given is never repeated: it may be free text. */
  check(given: GivenReason): Refusal | undefined;
  /** What a legacy system wrote, as a reason of the catalogue. */
  mapLegacy(source: string, written: string): LegacyReason;
  isKnown(code: string): boolean;
}

/** @param documents every wording of every reason, in any order */
export function createReasons(documents: readonly Reason[]): Reasons {
  const known = new Set(documents.map(({ code }) => code));
  const mapped = new Map(
    documents.flatMap(({ code, legacyCodes = [] }) =>
      legacyCodes.map((legacy) => [toKey(legacy.source ?? '', legacy.code), code]),
    ),
  );
  return {
    check: (given) => check(documents, given),
    mapLegacy(source, written) {
      const own = toPlain(written);
      const code = mapped.get(toKey(source, written)) ?? mapped.get(toKey('', written)) ?? (known.has(own) ? own : undefined);
      return code === undefined ? { code: OTHER, original: written } : { code, original: undefined };
    },
    isKnown: (code) => known.has(code),
  };
}

function check(documents: readonly Reason[], { command, code, text, date }: GivenReason): Refusal | undefined {
  const allowed = documents.filter((reason) => reason.commands.includes(command) && holdsOn(reason, date));
  const reason = allowed.find((one) => one.code === code);
  if (reason === undefined) return refuse('command.reason-unknown', allowed.map((one) => one.code).join(', '));
  if (reason.asksText && (text ?? '').trim() === '') return refuse('command.reason-text-missing', 'reasonText');
  return undefined;
}

const holdsOn = ({ validFrom, validTo }: Reason, date: string): boolean =>
  validFrom <= date && (validTo === null || date <= validTo);
const toPlain = (written: string): string => written.trim().toLowerCase();
const toKey = (source: string, written: string): string => `${source}\n${toPlain(written)}`;
