import { createKeysController } from '@motcua/service';
import { FileKeyRotation } from './file-key-rotation.ts';

export const KeysController = createKeysController({
  path: 'v1/file-keys',
  rotation: FileKeyRotation,
  summaries: {
    count: 'Which keys wrap those of contents, and of how many; how many contents lie in clear',
    rotate: 'Wrap anew, with the active key, what older keys wrapped: a few seconds of it',
  },
});
