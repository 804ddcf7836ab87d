export const openApi = {
  title: 'Motcua digitization-tracker',
  version: '1',
  description:
    'The documents of dossiers: files attached to components and results, checks, reuse, what is still to scan, and the erasure of ' +
    'what has served its purpose.',
};
