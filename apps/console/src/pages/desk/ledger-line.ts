/** A due moment's ledger as the contract has it: what each entry holds depends on its kind. */
export type Ledger = readonly Readonly<Record<string, unknown>>[];

/** What of a ledger is said in one line. */
export interface LedgerLine {
  readonly limit: { readonly amount: number; readonly unit: string } | null;
  /** Local dates that were counted, in order. */
  readonly counted: readonly string[];
  /** Dates on the way that were not, other than the day of receipt; with the holiday's name where it has one. */
  readonly skipped: readonly { readonly date: string; readonly name: string | null }[];
  readonly afterCutOff: boolean;
  readonly unconfirmed: boolean;
}

export function toLedgerLine(ledger: Ledger): LedgerLine {
  const days = ledger.filter(({ kind }) => kind === 'day');
  const started = ledger.find(({ kind }) => kind === 'started');
  return {
    limit: (started?.['limit'] as LedgerLine['limit'] | undefined) ?? null,
    counted: days.filter(({ counted }) => counted === true).map(({ date }) => String(date)),
    skipped: days
      .filter(({ counted, reason }) => counted !== true && reason !== 'start-day')
      .map(({ date, name }) => ({ date: String(date), name: typeof name === 'string' && name !== '' ? name : null })),
    afterCutOff: ledger.some(({ kind }) => kind === 'cut-off'),
    unconfirmed: ledger.some(({ kind }) => kind === 'unconfirmed'),
  };
}

/** Dates that follow each other as one: `17–19/11`, `30/11–02/12`. */
export function joinDates(dates: readonly string[]): string {
  const runs: { from: string; to: string }[] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    if (last !== undefined && nextDay(last.to) === date) last.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs.map(({ from, to }) => sayRun(from, to)).join(', ');
}

function sayRun(from: string, to: string): string {
  if (from === to) return short(from);
  return from.slice(0, 7) === to.slice(0, 7) ? `${from.slice(8)}–${short(to)}` : `${short(from)}–${short(to)}`;
}

const short = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}`;

const nextDay = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
