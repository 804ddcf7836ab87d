export const openApi = {
  title: 'Motcua sla-timer',
  version: '1',
  description:
    'The clocks of dossiers: worklists by due moment, the history of each clock, dossiers done on paper and not clicked, and why ' +
    'a dossier was overdue. States stand for the timer’s now or any moment before it, as known now.',
};
