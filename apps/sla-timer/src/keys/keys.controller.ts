import { createKeysController, TableRotation } from '@motcua/service';

export const KeysController = createKeysController({
  path: 'v1/reason-keys',
  rotation: TableRotation,
  summaries: {
    count: 'Which keys of reasons in words are in use, and for how many rows',
    rotate: 'Write anew, with the active key, rows that older keys wrote: a few seconds of it',
  },
});
