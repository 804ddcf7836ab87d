import type { shell as vi } from '../vi/shell.ts';

export const shell: typeof vi = {
  name: 'One-stop shop',
  skip: 'To the content',
  rail: 'Pages',
  collapse: 'Collapse',
  expand: 'Expand',
  unit: 'Unit',
  unitPath: 'Path of the unit',
  account: 'Account',
  language: 'Tiếng Việt',
  theme: 'Appearance',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  post: 'Post',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out everywhere',
  pages: {
    desk: 'Desk',
    board: 'Board',
    indicators: 'Definitions',
    dossiers: 'Dossiers',
  },
  roles: {
    counter: 'Counter officer',
    specialist: 'Specialist',
    head: 'Head of unit',
    leader: 'Leader',
    delegation: 'Delegation',
    auditor: 'Auditor',
    admin: 'Administrator',
  },
};
