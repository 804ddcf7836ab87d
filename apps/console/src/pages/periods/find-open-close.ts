import type { PeriodCloseSummary } from '@motcua/contracts';

/**
 * The close that an address opens, of those of the unit that is looked at. The address keeps what was open when another unit is
 * chosen; confirming is for good, so nobody gets to confirm one unit's month on the page of another.
 *
 * @param closes those of the unit; undefined while they are not known
 */
export const findOpenClose = (
  closes: readonly PeriodCloseSummary[] | undefined,
  open: string | undefined,
): PeriodCloseSummary | undefined => closes?.find(({ id }) => id === open);
