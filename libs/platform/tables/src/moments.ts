const VIETNAM = 'Asia/Ho_Chi_Minh';

/** A moment as offices write it, `27/11/2026 14:32`, in the zone in which people read it. */
export function showMoment(at: string, timeZone = VIETNAM): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['day']}/${parts['month']}/${parts['year']} ${parts['hour']}:${parts['minute']}`;
}

/** `2022-10-31` → `31/10/2022` */
export const showDate = (date: string): string => date.split('-').reverse().join('/');
