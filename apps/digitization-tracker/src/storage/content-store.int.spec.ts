import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3Double } from '../testing/s3-double.ts';
import { describeContentStore } from './content-store.features.ts';
import { LocalStore } from './local-store.ts';
import { S3Store } from './s3-store.ts';

describeContentStore('a folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'store-'));
  return { store: new LocalStore(root), stop: () => rm(root, { recursive: true }) };
});

describeContentStore('a bucket', async () => {
  const double = await startS3Double('motcua');
  const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };
  const store = new S3Store({ bucket: 'motcua', region: 'us-east-1', endpoint: double.endpoint, credentials });
  return {
    store,
    stop: async () => {
      store.close();
      await double.close();
    },
  };
});
