import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DossierComponents, StoredFilesVerification } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { createDigitizationFixture, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf } from './testing/sample-files.ts';

let fixture: DigitizationFixture;
let dossier: DossierHistory;
const children: ChildProcess[] = [];
beforeAll(async () => {
  fixture = await createDigitizationFixture();
  dossier = new DossierHistory().received(at('2026-03-02 08:00'));
  await fixture.publish(dossier.events);
  await waitFor(async () => (await read()).status === 200, { describe: 'the checklist' });
}, 90_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await fixture.close();
});

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const read = () => fixture.call(`/v1/dossiers/${dossier.id}/components`, counter);
const attached = async () => DossierComponents.parse((await read()).body).components[0]?.files.map(({ sha256 }) => sha256) ?? [];
const verify = async () =>
  StoredFilesVerification.parse(
    (await fixture.call('/v1/stored-files/verification', { role: 'admin', sub: 'qt' }, { json: {} })).body,
  );

/** A second instance, as a process. */
async function startInstance(): Promise<{ url: string; kill: () => Promise<void> }> {
  const root = resolve(import.meta.dirname, '../../..');
  const script = resolve(import.meta.dirname, 'testing/run-instance.ts');
  const loader = resolve(root, 'libs/testing/src/jest/run-typescript.js');
  const child = spawn(process.execPath, ['--conditions=@motcua/source', '--import', loader, script], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...fixture.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = await waitFor(() => /"url":"(http[^"]+)"/.exec(output)?.[1], {
    describe: 'the second instance',
    timeoutMs: 60_000,
  });
  // It listens before it has read the reference data, and takes no file till then.
  const authorization = `Bearer ${await fixture.token(counter)}`;
  const takesFiles = async () =>
    (await fetch(`${url}/v1/dossiers/${dossier.id}/components`, { headers: { authorization } })).status === 200;
  await waitFor(takesFiles, { describe: 'the second instance to know its units' });
  const kill = (): Promise<void> =>
    new Promise((done) => {
      child.once('exit', () => {
        done();
      });
      child.kill('SIGKILL');
    });
  return { url, kill };
}

/** Begins an upload; `share` of it is sent, all of it where that is 1. */
async function begin(url: string, bytes: Buffer, share: number): Promise<void> {
  const token = await fixture.token(counter);
  const { hostname, port } = new URL(url);
  const head =
    `POST /v1/dossiers/${dossier.id}/components/1/files HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n` +
    'Content-Type: multipart/form-data; boundary=xx\r\n';
  const opening = '--xx\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n';
  const body = Buffer.concat([Buffer.from(opening), bytes, Buffer.from('\r\n--xx--\r\n')]);
  const socket = connect({ host: hostname, port: Number(port) });
  // The process at the other end is going to die.
  socket.on('error', () => undefined);
  await new Promise<void>((done) => {
    socket.write(`${head}Content-Length: ${body.length}\r\n\r\n`);
    socket.write(body.subarray(0, Math.floor(body.length * share)), () => {
      done();
    });
  });
}

describe('a process that is killed', () => {
  it('in the middle of an upload leaves nothing to see; another instance goes on', async () => {
    const { url, kill } = await startInstance();
    const bytes = Buffer.concat([await createPdf({ note: 'nửa chừng' }), Buffer.alloc(1_000_000, 'x')]);
    await begin(url, bytes, 0.5);
    await waitFor(async () => (await fixture.listStaged()).length === 1, { describe: 'half a file to be staged' });
    await kill();
    expect([await attached(), await fixture.listContents()]).toEqual([[], []]);
    expect(await verify()).toEqual({ files: 0, missing: [], damaged: [], orphaned: [] });
    expect(
      (await fixture.upload(`/v1/dossiers/${dossier.id}/components/1/files`, counter, await createPdf({ note: 'tiếp' }))).status,
    ).toBe(201);
  }, 90_000);

  it('at any moment around the end of uploads leaves each of them whole or not at all', async () => {
    const whole = await attached();
    const sent = new Set(whole);
    for (const afterMs of [0, 20, 60, 'one is attached'] as const) {
      const { url, kill } = await startInstance();
      const before = (await attached()).length;
      for (const note of [1, 2, 3]) {
        const bytes = await createPdf({ note: `${afterMs}/${note}`, pages: 20 });
        sent.add(createHash('sha256').update(bytes).digest('hex'));
        await begin(url, bytes, 1);
      }
      // eslint-disable-next-line no-restricted-syntax -- whenever it is killed is a moment as good as any
      if (afterMs !== 'one is attached') await rest(afterMs);
      else await waitFor(async () => (await attached()).length > before, { describe: 'one to be attached', intervalMs: 1 });
      await kill();
      const { missing, damaged } = await verify();
      expect([missing, damaged]).toEqual([[], []]);
      expect((await attached()).filter((sha256) => !sent.has(sha256))).toEqual([]);
    }
    // What is attached is told of, and nothing else is.
    const published = () => fixture.published(dossier.id).filter(({ type }) => type.includes('component-digitized'));
    const files = await attached();
    await waitFor(() => published().length === files.length, { describe: 'an event a file' });
    expect(published().map(({ data }) => data.change['sha256'])).toEqual(files);
  }, 240_000);
});
