import type { DossierNews } from './parse-dossier-event.ts';

/**
 * News of a batch without what a later event of it takes back: no applicant is notified of that, and nobody asked to decide on what it had
 * proposed. Of a revert the applicant is notified only where they may have been of what it takes back.
 *
 * @param told ids of the events taken back of which somebody may have been notified
 */
export function leaveOutTakenBack(news: readonly DossierNews[], told: ReadonlySet<string>): readonly DossierNews[] {
  const takenBack = new Set(news.map(({ takesBack }) => takesBack));
  return news.map((it) => {
    const { event, takesBack } = it;
    if (takenBack.has(event.id)) return { ...it, event: { ...event, applicantSkip: 'taken-back' }, proposal: undefined };
    if (takesBack === undefined || told.has(takesBack)) return it;
    return { ...it, event: { ...event, applicantSkip: event.applicantSkip ?? 'never-told' } };
  });
}
