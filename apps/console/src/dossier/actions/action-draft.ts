import type { CalendarDateTime } from '@internationalized/date';
import type { DossierAction, StepEntry } from '@motcua/contracts';
import { actionFields } from './action-fields.ts';
import { toStepEntry, type StepEntryDraft } from './to-step-entry.ts';

/** What is typed so far; it survives a failure and a conflict. */
export interface ActionDraft extends StepEntryDraft {
  /** Local time of the dossier; null: now. */
  readonly occurredAt: CalendarDateTime | null;
  readonly reasonCode: string | undefined;
  readonly reasonText: string;
  readonly toUnit: string | undefined;
  readonly officer: string | undefined;
  /** When the result comes now: of an extension the new due moment, of an apology what it promises. */
  readonly newDue: CalendarDateTime | null;
  readonly endedBy: 'stopped' | 'withdrawn';
  readonly channel: string | undefined;
  readonly receivedAt: CalendarDateTime | null;
  readonly endedAt: CalendarDateTime | null;
  readonly proposal: number | undefined;
}

export const emptyDraft: ActionDraft = {
  occurredAt: null,
  reasonCode: undefined,
  reasonText: '',
  toUnit: undefined,
  officer: undefined,
  newDue: null,
  endedBy: 'stopped',
  channel: undefined,
  receivedAt: null,
  endedAt: null,
  proposal: undefined,
  papers: [],
  otherPapers: '',
  takenBy: { name: '', idNumber: '', phone: '' },
  amount: undefined,
  payAt: '',
  receiptNumber: '',
};

export interface DraftContext {
  readonly timeZone: string;
  /** Whether the chosen reason must be said in words as well. */
  readonly asksText: boolean;
}

/**
 * The body of the command.
 *
 * @returns undefined while something that it needs is missing
 */
export function toCommandBody(
  action: DossierAction,
  draft: ActionDraft,
  { timeZone, asksText }: DraftContext,
): Record<string, unknown> | undefined {
  const iso = (moment: CalendarDateTime | null): string | undefined => moment?.toDate(timeZone).toISOString();
  const parts = {
    occurredAt: { occurredAt: iso(draft.occurredAt) },
    toUnit: { toUnit: draft.toUnit },
    officer: { officer: draft.officer },
    unit: { unit: draft.toUnit },
    newDue: { newDue: iso(draft.newDue) },
    promised: { promised: iso(draft.newDue) },
    endedBy: { endedBy: draft.endedBy },
    proposal: { proposal: draft.proposal },
    ...toStepEntry(draft),
    reason: { reasonCode: draft.reasonCode, reasonText: draft.reasonText.trim() === '' ? undefined : draft.reasonText.trim() },
    correction: {
      correction: strip({ channel: draft.channel, receivedAt: iso(draft.receivedAt), endedAt: iso(draft.endedAt) }),
    },
  };
  const fields = actionFields[action];
  const needed = [
    ...(fields.includes('reason') ? [parts.reason.reasonCode] : []),
    ...(fields.includes('reason') && asksText ? [parts.reason.reasonText] : []),
    ...(fields.includes('toUnit') || fields.includes('unit') ? [draft.toUnit] : []),
    ...(fields.includes('newDue') || fields.includes('promised') ? [draft.newDue] : []),
    ...(fields.includes('proposal') ? [draft.proposal] : []),
    ...(fields.includes('correction') ? [Object.values(parts.correction.correction)[0]] : []),
  ];
  if (needed.some((value) => value === undefined || value === null)) return undefined;
  const given = fields.map((field): Readonly<Record<string, unknown>> & { readonly desk?: StepEntry } => parts[field]);
  // Several fields may tell of what is taken down.
  const desk = Object.assign({}, ...given.map((part) => part.desk)) as StepEntry;
  const body = Object.assign({}, ...given) as Record<string, unknown>;
  return strip(Object.keys(desk).length === 0 ? body : { ...body, desk });
}

const strip = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
