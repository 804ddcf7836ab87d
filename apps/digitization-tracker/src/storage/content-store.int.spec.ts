import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

const credentials = { accessKeyId: 'key', secretAccessKey: 'secret' };

describeContentStore('a bucket', async () => {
  const double = await startS3Double('motcua');
  const store = new S3Store({ bucket: 'motcua', region: 'us-east-1', endpoint: double.endpoint, credentials });
  return {
    store,
    stop: async () => {
      store.close();
      await double.close();
    },
  };
});

describe('a store that cannot be used', () => {
  it('for want of its bucket says so, though it would have no content either', async () => {
    const double = await startS3Double('motcua');
    const store = new S3Store({ bucket: 'another', region: 'us-east-1', endpoint: double.endpoint, credentials });
    expect(await store.has('0'.repeat(64))).toBe(false);
    await expect(store.prove()).rejects.toThrow('there is no bucket another');
    store.close();
    await double.close();
  });

  it('for want of a folder says so', async () => {
    const root = await mkdtemp(join(tmpdir(), 'store-'));
    await writeFile(join(root, 'file'), '');
    await expect(new LocalStore(join(root, 'file', 'store')).prove()).rejects.toThrow('ENOTDIR');
    await rm(root, { recursive: true });
  });
});
