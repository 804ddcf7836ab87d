export const openApi = {
  title: 'Motcua catalogue',
  version: '1',
  description:
    'Units, procedures, calendars, rule sets and staff, each with validity and history. Every accepted version goes out on the compacted ' +
    'topics ref.*.v1, with all versions of its code. Institutional figures (/v1/institutional-figures) are kept alike, each with the ' +
    'documents it was taken from.',
};
