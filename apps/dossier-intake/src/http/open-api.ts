export const openApi = {
  title: 'Một cửa · dossier-intake',
  version: '1',
  description:
    'Receives dossiers and what happens to them: commands of counters, events of legacy systems. Each write answers the due moment and how it was counted.',
};
