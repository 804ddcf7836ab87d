import type { Board, Figure } from '@motcua/contracts';

/** What the cards of a board are drawn from. */
export interface CardData {
  /** Figures by indicator. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** The same of the period compared with; undefined: not compared, or not there yet. */
  readonly compared: Readonly<Record<string, Figure>> | undefined;
  /** Twelve months, one row each. */
  readonly months: Board['rows'];
  readonly findTarget: (indicator: string) => number | undefined;
  /** What the figures are of: another one is no change. */
  readonly subject: string;
  readonly asOf: string | undefined;
}
