import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startS3Server, uniqueName, type S3Server } from '@motcua/testing';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCheckingServer } from '../testing/checking-server.ts';
import { describeContentStore } from './content-store.features.ts';
import { LocalStore } from './local-store.ts';
import { S3Store } from './s3-store.ts';

let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
}, 120_000);
afterAll(() => server.stop());

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const openBucket = (bucket: string, account: Partial<S3Server> = {}): S3Store =>
  new S3Store({ bucket, region: 'us-east-1', ...server, ...account, pageSize: 2 });

describeContentStore('a folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'store-'));
  return { store: new LocalStore(root), stop: () => rm(root, { recursive: true }) };
});

describeContentStore('a bucket', async () => {
  const bucket = uniqueName('bucket').replaceAll('_', '-');
  const client = new S3Client({ region: 'us-east-1', forcePathStyle: true, ...server });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  const store = openBucket(bucket);
  return {
    store,
    stop: () => {
      store.close();
      return Promise.resolve();
    },
  };
});

describe('a store that cannot be used', () => {
  it('for want of its bucket says so, though it would have no content either', async () => {
    const store = openBucket('nobodys');
    expect(await store.has('0'.repeat(64))).toBe(false);
    await expect(store.prove()).rejects.toThrow('there is no bucket nobodys');
    store.close();
  });

  it('for want of the right key does not say that a content is missing', async () => {
    const store = openBucket('any', { credentials: { ...server.credentials, secretAccessKey: 'wrong' } });
    await expect(store.prove()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(store.has('0'.repeat(64))).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    store.close();
  });

  it('for want of a folder says so', async () => {
    const root = await mkdtemp(join(tmpdir(), 'store-'));
    await writeFile(join(root, 'file'), '');
    await expect(new LocalStore(join(root, 'file', 'store')).prove()).rejects.toThrow('ENOTDIR');
    await rm(root, { recursive: true });
  });
});

describe('a bucket that looks at checksums', () => {
  it('takes what has the hash it is given under, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'contents-'));
    const checking = await startCheckingServer();
    const store = openBucket('motcua', { endpoint: checking.endpoint });
    const path = join(folder, 'content');
    await writeFile(path, 'a scan');

    await store.keep({ sha256: hashOf('a scan'), path, bytes: 6 });
    await expect(store.keep({ sha256: hashOf('another'), path, bytes: 6 })).rejects.toThrow('BadDigest');

    expect(checking.taken).toEqual([`/motcua/files/${hashOf('a scan')}`]);
    store.close();
    await checking.stop();
    await rm(folder, { recursive: true });
  });
});
