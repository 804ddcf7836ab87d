/**
 * What was decided year by year and no rule yields: which days around the lunar new year, which neighbour of 2 September, which
 * swaps. Everything else (fixed days, 10/3 lunar, substitute days) is computed. 2027 is not decided: its entry is the rule alone.
 *
 * `tet`: the weekdays off. `nationalDayNeighbour`: the day beside 2/9. `swaps`: [day off, Saturday worked instead].
 */
export const decidedDays = {
  2021: { tet: ['02-10', '02-11', '02-12', '02-15', '02-16'], nationalDayNeighbour: '09-03', swaps: [] },
  2022: { tet: ['01-31', '02-01', '02-02', '02-03', '02-04'], nationalDayNeighbour: '09-01', swaps: [] },
  2023: { tet: ['01-20', '01-23', '01-24', '01-25', '01-26'], nationalDayNeighbour: '09-01', swaps: [] },
  2024: { tet: ['02-08', '02-09', '02-12', '02-13', '02-14'], nationalDayNeighbour: '09-03', swaps: [['04-29', '05-04']] },
  2025: { tet: ['01-27', '01-28', '01-29', '01-30', '01-31'], nationalDayNeighbour: '09-01', swaps: [['05-02', '04-26']] },
  2026: {
    tet: ['02-16', '02-17', '02-18', '02-19', '02-20'],
    nationalDayNeighbour: '09-01',
    swaps: [
      ['01-02', '01-10'],
      ['08-31', '08-22'],
    ],
  },
  2027: { tet: ['02-05', '02-08', '02-09', '02-10', '02-11'], nationalDayNeighbour: '09-03', swaps: [] },
};
export const confirmedThrough = '2026-12-31';
/** Labour Code, Art. 112 as amended: 24 November is a holiday from 1 July 2026. */
export const cultureDaySince = 2026;
