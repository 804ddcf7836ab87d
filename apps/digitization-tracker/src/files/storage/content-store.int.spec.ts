import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startS3Server, uniqueName, type S3Server } from '@motcua/testing';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startCheckingServer } from '../../testing/checking-server.ts';
import { RememberedNames } from '../../testing/remembered-names.ts';
import { describeContentStore } from './content-store.features.ts';
import { FileKeys } from './file-keys.ts';
import { LocalObjects } from './local-objects.ts';
import { S3Objects } from './s3-objects.ts';
import { SealedStore } from './sealed-store.ts';
import { sealToFile } from './sealing/sealed-content.ts';

let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
}, 120_000);
afterAll(() => server.stop());

const hashOf = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
const openBucket = (bucket: string, account: Partial<S3Server> = {}): S3Objects =>
  new S3Objects({ bucket, region: 'us-east-1', ...server, ...account, pageSize: 2 });
const nowhere = { shelf: 'contents', name: '0'.repeat(64) } as const;
const createFolder = () => mkdtemp(join(tmpdir(), 'store-'));

describeContentStore('a folder', async () => {
  const root = await createFolder();
  return { objects: new LocalObjects(root), stop: () => rm(root, { recursive: true }) };
});

describeContentStore('a bucket', async () => {
  const bucket = uniqueName('bucket').replaceAll('_', '-');
  const client = new S3Client({ region: 'us-east-1', forcePathStyle: true, ...server });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  const objects = openBucket(bucket);
  return {
    objects,
    stop: () => {
      objects.close();
      return Promise.resolve();
    },
  };
});

describe('a store that cannot be used', () => {
  it('for want of its bucket says so, though it would have no content either', async () => {
    const objects = openBucket('nobodys');
    expect(await objects.has(nowhere)).toBe(false);
    await expect(objects.prove()).rejects.toThrow('there is no bucket nobodys');
    objects.close();
  });

  it('for want of the right key does not say that a content is missing', async () => {
    const objects = openBucket('any', { credentials: { ...server.credentials, secretAccessKey: 'wrong' } });
    await expect(objects.prove()).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await expect(objects.has(nowhere)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    objects.close();
  });

  it('for want of a folder says so', async () => {
    const root = await createFolder();
    await writeFile(join(root, 'file'), '');
    await expect(new LocalObjects(join(root, 'file', 'store')).prove()).rejects.toThrow('ENOTDIR');
    await rm(root, { recursive: true });
  });

  it('because it lets a second writer overwrite the first says so', async () => {
    const checking = await startCheckingServer({ keepsFirst: false });
    const objects = openBucket('motcua', { endpoint: checking.endpoint });
    await expect(objects.prove()).rejects.toThrow('If-None-Match');
    objects.close();
    await checking.stop();
  });
});

describe('a bucket that looks at checksums', () => {
  it('takes what has the hash of what is sent, which is the sealed content, and nothing else', async () => {
    const folder = await createFolder();
    const checking = await startCheckingServer();
    const objects = openBucket('motcua', { endpoint: checking.endpoint });
    const sealed = await sealToFile(Readable.from([Buffer.from('a scan')]), join(folder, 'content'));
    const store = new SealedStore(
      objects,
      new FileKeys({ active: 'f1', keys: { f1: randomBytes(32) } }, randomBytes(32)),
      new RememberedNames(),
    );

    const { name } = await store.keep(sealed);
    const wrong = { path: sealed.path, bytes: sealed.sealed.bytes, sha256: sealed.sha256 };
    await expect(objects.put({ shelf: 'contents', name }, wrong)).rejects.toThrow('BadDigest');

    expect(checking.taken).toEqual([`/motcua/keys/${name}`, `/motcua/contents/${name}`]);
    objects.close();
    await checking.stop();
    await rm(folder, { recursive: true });
  });
});

describe('a process that is killed between a key and its content', () => {
  it('leaves nothing that counts as kept, and the next keeps the content under the key that is there', async () => {
    const root = await createFolder();
    const [wrapping, nameKey] = [randomBytes(32), randomBytes(32)];
    const script = resolve(import.meta.dirname, '../../testing/keep-and-die.ts');
    const loader = resolve(import.meta.dirname, '../../../../../libs/testing/src/jest/run-typescript.js');
    const child = spawn(process.execPath, ['--conditions=@motcua/source', '--import', loader, script], {
      env: { PATH: process.env['PATH'], ROOT: root, WRAPPING: wrapping.toString('hex'), NAME_KEY: nameKey.toString('hex') },
      cwd: resolve(import.meta.dirname, '../../../../..'),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);

    const content = Buffer.alloc(300_000, 'a scan');
    const store = new SealedStore(
      new LocalObjects(root),
      new FileKeys({ active: 'f1', keys: { f1: wrapping } }, nameKey),
      new RememberedNames(),
    );
    expect([await store.has(hashOf(content)), await readdir(join(root, 'keys'))]).toMatchObject([false, [expect.any(String)]]);
    // Two at once, neither of which has that key.
    const sealed = await Promise.all(['one', 'other'].map((file) => sealToFile(Readable.from([content]), join(root, file))));
    await Promise.all(sealed.map((it) => store.keep(it)));
    expect((await buffer(await store.open(hashOf(content)))).equals(content)).toBe(true);
    await rm(root, { recursive: true });
  }, 60_000);
});
