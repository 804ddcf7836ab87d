import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AttachedFile, DossierComponents } from '@motcua/contracts';
import { waitFor } from '@motcua/testing';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { eraseContent } from './retention/erase-content.ts';
import { findOrphans } from './retention/verify-contents.ts';
import type { ContentStore } from './files/storage/content-store.ts';
import { sealToFile } from './files/storage/sealing/sealed-content.ts';
import { createDigitizationFixture, type Answer, type DigitizationFixture } from './testing/digitization-service.ts';
import { at, DossierHistory } from './testing/dossier-history.builder.ts';
import { createPdf, createPdfBomb, createPng, createXml, eicar } from './testing/sample-files.ts';

let fixture: DigitizationFixture;
let dossier: DossierHistory;
beforeAll(async () => {
  fixture = await createDigitizationFixture();
}, 90_000);
afterAll(() => fixture.close());
beforeEach(async () => {
  dossier = new DossierHistory().received(at('2026-03-02 08:00'));
  await fixture.publish(dossier.events);
  await waitFor(async () => (await read()).status === 200, { describe: 'the checklist' });
});

const counter = { role: 'counter', unit: 'dong-xuan', sub: 'nv-1' } as const;
const read = () => fixture.call(`/v1/dossiers/${dossier.id}/components`, counter);
const target = () => `/v1/dossiers/${dossier.id}/components/1/files`;
const upload = (bytes: Buffer, name?: string): Promise<Answer> => fixture.upload(target(), counter, bytes, name);
const shaOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const files = async () => DossierComponents.parse((await read()).body).components[0]?.files ?? [];

/** Nothing of an upload is to be seen: no row, no event, no content, nothing staged. */
async function expectNothingLeft(contentsBefore: readonly string[]): Promise<void> {
  await waitFor(async () => (await fixture.listStaged()).length === 0, { describe: 'an empty staging folder' });
  expect(await files()).toEqual([]);
  const { rows } = await fixture.pool.query('SELECT body FROM digitization.event WHERE dossier_id = $1', [dossier.id]);
  expect(rows).toHaveLength(1);
  expect(await fixture.listContents()).toEqual(contentsBefore);
}

describe('an upload that is refused', () => {
  const bomb = { head: '<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]>', note: '&m;' };
  it.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
    ['a program that calls itself PDF', () => Buffer.from('MZ\x90\0program'), 415, 'file.type-refused'],
    ['a zip bomb', () => gzipSync(Buffer.alloc(50_000_000)), 415, 'file.type-refused'],
    ['a zip archive', () => Buffer.from('504b030414000000080000002100', 'hex'), 415, 'file.type-refused'],
    ['a page of HTML', () => Buffer.from('<html><script>alert(1)</script></html>'), 422, 'file.xml-unsigned'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 422, 'file.xml-unsigned'],
    ['a PDF bomb', () => createPdfBomb(200), 422, 'file.bomb'],
    ['a picture that would fill the memory', () => createPng({ width: 100_000, height: 100_000 }), 422, 'file.bomb'],
    ['XML that unpacks itself', () => createXml(bomb), 422, 'file.bomb'],
    ['a truncated PDF', async () => (await createPdf({ pages: 3 })).subarray(0, -300), 422, 'file.broken'],
    ['an encrypted PDF', () => createPdf({ encrypted: true }), 422, 'file.encrypted'],
    ['the EICAR test file', () => Buffer.from(eicar), 422, 'file.infected'],
    [
      'a PDF with the EICAR test file in it',
      async () => Buffer.concat([await createPdf(), Buffer.from(eicar)]),
      422,
      'file.infected',
    ],
    ['nothing at all', () => Buffer.alloc(0), 422, 'file.empty'],
  ])('%s is told why in both languages and leaves nothing', async (_what, create, status, code) => {
    const before = await fixture.listContents();
    const { status: answered, body } = await upload(await create());
    expect([answered, body['code']]).toEqual([status, code]);
    expect(body['titles']).toEqual({ vi: expect.any(String), en: expect.any(String) });
    await expectNothingLeft(before);
  });

  it('has 51 MB, whether it says so or not; 50 MB are taken', async () => {
    const before = await fixture.listContents();
    const pdf = await createPdf();
    const ofSize = (megabytes: number): Buffer =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n%'),
        Buffer.alloc(megabytes * 1_048_576 - pdf.length - 11, 'x'),
        Buffer.from('\n'),
        pdf,
      ]);
    const large = await upload(ofSize(51));
    expect([large.status, large.body['code']]).toEqual([413, 'file.too-large']);
    const token = await fixture.token(counter);
    const unsaid = await sendChunked(token, ofSize(51));
    expect(unsaid).toMatch(/^HTTP\/1\.1 413 /);
    await expectNothingLeft(before);
    expect([(await upload(ofSize(50))).status]).toEqual([201]);
  });

  it('has two files, none, or is no multipart body', async () => {
    const before = await fixture.listContents();
    const headers = { authorization: `Bearer ${await fixture.token(counter)}` };
    const post = async (body: FormData | string, more: Record<string, string> = {}) => {
      const response = await fetch(`${fixture.url}${target()}`, { method: 'POST', body, headers: { ...headers, ...more } });
      return ((await response.json()) as { code: string }).code;
    };
    const body = new FormData();
    for (const note of ['a', 'b']) body.append('file', new Blob([new Uint8Array(await createPdf({ note }))]), 'scan.pdf');
    expect(await post(body)).toBe('file.too-many');
    const fields = new FormData();
    fields.set('note', 'no file');
    expect(await post(fields)).toBe('file.missing');
    expect(await post('{}', { 'content-type': 'application/json' })).toBe('file.missing');
    await expectNothingLeft(before);
  });

  it('comes without a token, or from another unit, before a byte of it is kept', async () => {
    const before = await fixture.listContents();
    const bytes = await createPdf();
    expect((await fixture.upload(target(), { role: 'counter', unit: 'khai-xuan', sub: 'nv-9' }, bytes)).status).toBe(403);
    expect((await fetch(`${fixture.url}${target()}`, { method: 'POST', body: new FormData() })).status).toBe(401);
    await expectNothingLeft(before);
  });
});

describe('path tricks', () => {
  it.each(['../../../../etc/passwd', '..\\..\\windows\\system32', '/etc/shadow', 'scan.pdf\0.exe', 'a"; rm -rf /', 'con', '.'])(
    'in the name %j come to nothing: it is kept by its hash',
    async (name) => {
      const bytes = await createPdf({ note: name });
      const { file } = AttachedFile.parse((await upload(bytes, name)).body);
      expect(file.sha256).toBe(shaOf(bytes));
      expect(JSON.stringify(await files())).not.toContain('passwd');
      expect(await fixture.listContents()).toContain(shaOf(bytes));
      expect(existsSync('/etc/passwd')).toBe(true);
    },
  );

  it('in the path a character that is none is refused before anything is looked up', async () => {
    const path = `/v1/dossiers/${dossier.id}/components/to-khai%00/files`;
    expect((await fixture.upload(path, counter, await createPdf())).body).toMatchObject({
      status: 400,
      code: 'request.not-storable',
    });
  });

  it.each(['..%2F..%2Fetc', '%2e%2e', '1;DROP TABLE', '0', '-1', '1e3', '999'])(
    'in the path %s find no component',
    async (named) => {
      const answer = await fixture.upload(`/v1/dossiers/${dossier.id}/components/${named}/files`, counter, await createPdf());
      expect(answer.status).toBe(404);
    },
  );
});

describe('the same file', () => {
  it('twice is there once', async () => {
    const bytes = await createPdf({ note: 'hai lần' });
    const [first, second] = [await upload(bytes), await upload(bytes, 'other-name.pdf')];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(AttachedFile.parse(second.body)).toMatchObject({
      already: true,
      file: { fileId: AttachedFile.parse(first.body).file.fileId },
    });
    expect(await files()).toHaveLength(1);
  });

  it('from two officers at once is there once, and both are told of the one file', async () => {
    const bytes = await createPdf({ note: 'cùng lúc' });
    const answers = await Promise.all(
      ['nv-1', 'nv-2', 'nv-3', 'nv-4'].map((sub) => fixture.upload(target(), { ...counter, sub }, bytes)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => AttachedFile.parse(body).file.fileId)).size).toBe(1);
  });

  it('of different contents from two officers at once loses none, and their events come in the order of their versions', async () => {
    const contents = await Promise.all([1, 2, 3, 4, 5, 6].map((note) => createPdf({ note: `${dossier.id} ${note}` })));
    const answers = await Promise.all(
      contents.map((bytes, index) => fixture.upload(target(), { ...counter, sub: `nv-${index}` }, bytes)),
    );
    expect(answers.map(({ status }) => status)).toEqual(contents.map(() => 201));
    expect((await files()).map(({ sha256 }) => sha256).sort()).toEqual(contents.map(shaOf).sort());
    await waitFor(() => fixture.published(dossier.id).length === 7, { describe: 'seven events' });
    expect(fixture.published(dossier.id).map(({ data }) => data.digitizationVersion)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('an upload that is killed', () => {
  it('by its sender at any moment leaves nothing to see, and the next one is taken', async () => {
    const before = await fixture.listContents();
    const token = await fixture.token(counter);
    const bytes = Buffer.concat([await createPdf({ note: 'dở dang' }), randomBytes(2_000_000)]);
    for (const share of [0, 0.01, 0.5, 0.99]) await sendAndHangUp(token, bytes, share);
    await expectNothingLeft(before);
    expect((await upload(await createPdf({ note: 'sau đó' }))).status).toBe(201);
  });

  it('by the end of the process between content and row is not to be seen, and is swept up when no upload can still want it', async () => {
    const bytes = await createPdf({ note: 'mồ côi' });
    const sha256 = shaOf(bytes);
    const path = `${process.env['TMPDIR'] ?? '/tmp'}/orphan-${sha256}`;
    const { name } = await fixture.store.keep(await sealToFile(Readable.from([bytes]), path));
    expect(await files()).toEqual([]);
    const orphansAt = async (now: number) => (await findOrphans(fixture.pool, fixture.store, now)).map((it) => it.sha256);
    expect(await orphansAt(Date.now())).not.toContain(sha256);
    const later = Date.now() + 2 * 3_600_000;
    expect(await orphansAt(later)).toEqual([sha256]);

    // Somebody attaches the very content before it is swept: it stays.
    await upload(bytes);
    expect(await orphansAt(later)).toEqual([]);
    expect(await eraseContent(fixture.pool, fixture.store, sha256)).toBe(false);
    expect(await eraseContent(fixture.pool, fixture.store, sha256, name)).toBe(false);
    expect(await fixture.listContents()).toContain(sha256);
  });

  it('keeps its content although housekeeping erases the same at that moment, again and again', async () => {
    const bytes = await createPdf({ note: 'tranh nhau' });
    const sha256 = shaOf(bytes);
    const uploading = new AbortController();
    const erasing = (async () => {
      while (!uploading.signal.aborted) await eraseContent(fixture.pool, fixture.store, sha256);
    })();
    const { status } = await upload(bytes);
    uploading.abort();
    await erasing;
    const isThere = (await fixture.listContents()).includes(sha256);
    // Either it was attached and is there, or three attempts met an eraser and the sender was told.
    expect([status, isThere]).toEqual(status === 201 ? [201, true] : [503, false]);
    expect(status === 201).toBe((await files()).length === 1);
  });

  it('keeps its content although the store takes longer to erase the same than any transaction lasts', async () => {
    const bytes = await createPdf({ note: 'kho chậm' });
    const sha256 = shaOf(bytes);
    await fixture.store.keep(await sealToFile(Readable.from([bytes]), `${process.env['TMPDIR'] ?? '/tmp'}/slow-${sha256}`));
    let erase: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (erase = resolve));
    let isAsked = false;
    const slow = Object.create(fixture.store, {
      erase: {
        value: async (...which: Parameters<ContentStore['erase']>) => {
          isAsked = true;
          await told;
          await fixture.store.erase(...which);
        },
      },
    }) as ContentStore; // in all else it is that one
    const erasing = eraseContent(fixture.pool, slow, sha256).catch(() => undefined);
    await waitFor(() => isAsked, { describe: 'the store to be asked' });
    // Each waits for the lock as long as a transaction may; without the lock the second one would find the content that is about to go.
    const early = [await upload(bytes), await upload(bytes)];
    erase();
    await erasing;
    const last = early.every(({ status }) => status === 503) ? await upload(bytes) : early.at(-1);
    expect(last?.status).toBeLessThan(202);
    const [file] = await files();
    expect(await fixture.listContents()).toContain(sha256);
    expect((await fixture.call(`/v1/dossiers/${dossier.id}/files/${file?.fileId ?? ''}/content`, counter)).status).toBe(200);
  }, 60_000);

  it('leaves a staged file that the next hour sweeps', async () => {
    const { Staging } = await import('./files/storage/staging.ts');
    const { mkdtemp } = await import('node:fs/promises');
    const folder = await mkdtemp(`${process.env['TMPDIR'] ?? '/tmp'}/staging-`);
    await writeFile(`${folder}/left`, 'half');
    await writeFile(`${folder}/running`, 'half');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(`${folder}/left`, longAgo, longAgo);
    expect(await new Staging(folder).sweep()).toBe(1);
    expect([existsSync(`${folder}/left`), existsSync(`${folder}/running`)]).toEqual([false, true]);
  });
});

const boundary = 'x-boundary-x';
const opening = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="scan.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
const head = (token: string, more: string): string =>
  `POST ${target()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\n${more}\r\n\r\n`;

/** Says a length, sends a share of it, and hangs up. */
function sendAndHangUp(token: string, bytes: Buffer, share: number): Promise<void> {
  const { hostname, port } = new URL(fixture.url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(head(token, `Content-Length: ${bytes.length + 1_000}`) + opening);
      socket.write(bytes.subarray(0, Math.floor(bytes.length * share)), () => {
        socket.destroy();
        resolve();
      });
    });
    socket.on('error', reject);
  });
}

/** Sends a body whose length nobody says; answers the first line of what comes back. */
function sendChunked(token: string, bytes: Buffer): Promise<string> {
  const { hostname, port } = new URL(fixture.url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(head(token, 'Transfer-Encoding: chunked'));
      for (const part of [Buffer.from(opening), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]) {
        socket.write(`${part.length.toString(16)}\r\n`);
        socket.write(part);
        socket.write('\r\n');
      }
      socket.write('0\r\n\r\n');
    });
    socket.on('data', (chunk: Buffer) => {
      resolve(chunk.toString().split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.on('error', reject);
  });
}
