export const openApi = {
  title: 'Motcua kpi-aggregator',
  version: '1',
  description:
    'Live figures of one-stop shops: boards of any unit and period as of any past moment, the dossiers behind each figure, live ' +
    'streams, dead letters, verification and rebuild. A moment ahead of now counts as now.',
};
