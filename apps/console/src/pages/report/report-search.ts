export const comparisons = ['previous', 'year'] as const;
export type ReportComparison = (typeof comparisons)[number];

/** What the address of the report says beside unit and period. */
export interface ReportSearch {
  /** The figure that is opened beside the text, by its id in the report. */
  readonly figure?: string;
  /** The moment that it stands for; absent: now. */
  readonly asOf?: string;
  readonly compare?: ReportComparison;
  /** Another unit, whose figures stand beside. */
  readonly with?: string;
  /** An institutional figure is being entered. */
  readonly edit?: 'open';
}

const toText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads an address; what is not understood is left out. */
export function readReportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const figure = toText(search['figure']);
  const compare = comparisons.find((one) => one === search['compare']);
  const other = toText(search['with']);
  const asOf = toText(search['asOf']);
  return {
    ...(figure === undefined ? {} : { figure }),
    ...(asOf === undefined || Number.isNaN(Date.parse(asOf)) ? {} : { asOf }),
    ...(compare === undefined ? {} : { compare }),
    ...(other === undefined ? {} : { with: other }),
    ...(search['edit'] === 'open' && figure !== undefined ? { edit: 'open' } : {}),
  };
}
