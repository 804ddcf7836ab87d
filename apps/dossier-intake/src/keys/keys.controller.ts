import { createKeysController, TableRotation } from '@motcua/service';

export const KeysController = createKeysController({
  path: 'v1/applicant-keys',
  rotation: TableRotation,
  summaries: {
    count: 'Which keys of applicants’ data are in use, and for how many rows',
    rotate: 'Write anew, with the active keys, rows that older keys wrote: a few seconds of it',
  },
});
