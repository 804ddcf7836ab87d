import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttachedFile, DossierComponents, ReuseProposal } from '@motcua/contracts';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { GatewayClient, GatewayRequest } from '@motcua/client';
import { CliError } from '@motcua/terminal';
import { toAttachedLines } from './attached-lines.ts';
import { uploadFile } from './upload-file.ts';
import { readUploadRequest, toWhichDocument } from './upload-target.ts';

const file: AttachedFile['file'] = {
  fileId: '0198d2a0-7c11-7000-8000-000000000002',
  sha256: 'a'.repeat(64),
  bytes: 12_345,
  mediaType: 'application/pdf',
  pages: 2,
  signed: true,
  signature: 'verified',
  signatureReason: null,
  by: 'nv-1',
  at: '2026-11-25T01:00:00.000Z',
  reusedFrom: null,
  purpose: 'component',
  keptUntil: null,
  erasedAt: null,
};
const counts = { listed: 3, asked: 2, digitized: 1, reused: 0, reusedComponent: 0, reusedResult: 0, exempt: 1, missing: 1 };
const proposal: ReuseProposal = {
  fileId: '0198d2a0-7c11-7000-8000-000000000003',
  unit: 'dong-thanh',
  needs: 'consent',
  part: 'result',
  partCode: 'giay',
  because: 'same-content',
  date: '2026-11-01',
};
const attached: AttachedFile = { file, already: false, counts, isDigitized: false, proposals: [] };
const plain = (answer: AttachedFile): string => stripVTControlCharacters(toAttachedLines(answer).join('\n'));

describe('what was uploaded', () => {
  it('is told as it was recorded, with how the dossier stands', () => {
    const text = plain(attached);
    for (const overrides of [
      'recorded',
      'application/pdf · 2 trang / pages · 12,345 bytes · chữ ký số đã xác minh',
      file.fileId,
      file.sha256,
    ])
      expect(text).toContain(overrides);
    expect(text).toContain('1 đã số hóa / digitized, 0 dùng lại / reused, 1 còn thiếu / missing, 1 không phải số hóa / exempt');
    expect(text).toContain('not digitized yet');
    expect(text).not.toContain('same content');
  });

  it('is told to be there already, complete, and elsewhere too', () => {
    const text = plain({ ...attached, already: true, isDigitized: true, proposals: [proposal] });
    expect(text).toMatch(/^= .*was there before/);
    expect(text).toContain('hồ sơ / dossier: đã số hóa / digitized');
    expect(text).toContain(`dong-thanh · result giay · 2026-11-01 ${proposal.fileId} · cần công dân đồng ý`);
  });
});

describe('the document that a file is of', () => {
  it('is named by an option', () => {
    const upload = (target: object) => ({ kind: 'upload', file: 'a.pdf', target });
    expect(readUploadRequest('a.pdf', { component: '2' })).toEqual(upload({ part: 'component', name: '2' }));
    expect(readUploadRequest('a.pdf', { result: 'giay' })).toEqual(upload({ part: 'result', code: 'giay' }));
    expect(readUploadRequest('a.pdf', { result: true })).toEqual(upload({ part: 'result', code: undefined }));
    expect(() => readUploadRequest('a.pdf', { component: '1', result: true })).toThrow('not of both');
  });

  it('may be the result, with the file right after the option', () => {
    expect(readUploadRequest(undefined, { result: 'a.pdf' })).toEqual({
      kind: 'upload',
      file: 'a.pdf',
      target: { part: 'result', code: undefined },
    });
  });

  it('is not guessed, and nothing is sent without a file', () => {
    expect(readUploadRequest('a.pdf', {})).toEqual({ kind: 'list', file: 'a.pdf' });
    expect(readUploadRequest(undefined, {})).toEqual({ kind: 'list', file: undefined });
    for (const named of [{ component: '1' }, { result: true }] as const)
      expect(() => readUploadRequest(undefined, named)).toThrow('Which file is it?');
  });

  it('is asked for with all there are', () => {
    const name = { vi: 'Tờ khai', en: 'Form' };
    const component = { number: 1, code: 'to-khai', name, copies: 1, status: 'not-digitized', exemptReason: null, files: [] };
    const documents = {
      components: [{ ...component, proposals: [] }],
      results: [{ code: 'giay', name: { vi: 'Giấy chứng nhận', en: 'Certificate' }, digitized: true, files: [] }],
    } as unknown as DossierComponents; // The rest is not shown.
    const asked = toWhichDocument(documents);
    expect(asked.message).toContain('--component 1  to-khai: Tờ khai (chưa số hóa / missing)');
    expect(asked.message).toContain('--result giay  Giấy chứng nhận (đã số hóa / digitized)');
    expect(asked.exitCode).toBe(2);
  });
});

describe('an upload', () => {
  let folder: string;
  let scan: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'upload-'));
    scan = join(folder, 'Nguyễn Văn A.pdf');
    await writeFile(scan, '%PDF-1.7 content');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const createClient = (answer: () => Promise<unknown>) => {
    const asked: { path: string; request: GatewayRequest | undefined }[] = [];
    const request: GatewayClient['request'] = (path, given) => {
      asked.push({ path, request: given });
      return answer();
    };
    return { asked, client: { request } };
  };

  it('sends the content as a form, without the name of the file', async () => {
    const { asked, client } = createClient(() => Promise.resolve(attached));
    expect(await uploadFile(client, 'd1', { part: 'component', name: 'tờ/khai' }, scan)).toEqual(attached);
    await uploadFile(client, 'd1', { part: 'result', code: undefined }, scan);
    expect(asked.map(({ path }) => path)).toEqual([
      '/v1/dossiers/d1/components/t%E1%BB%9D%2Fkhai/files',
      '/v1/dossiers/d1/result/files',
    ]);
    const sent = (asked[0]?.request?.body as FormData).get('file') as File;
    expect([await sent.text(), sent.name]).toEqual(['%PDF-1.7 content', 'file']);
  });

  it('of what is no file is not sent', async () => {
    const { asked, client } = createClient(() => Promise.resolve(attached));
    const target = { part: 'component', name: '1' } as const;
    for (const path of [join(folder, 'nothing.pdf'), folder])
      await expect(uploadFile(client, 'd1', target, path)).rejects.toMatchObject({ code: 'upload.no-file', exitCode: 2 });
    expect(asked).toEqual([]);
  });

  it('of a document that is not there says how to find those that are', async () => {
    const refused = new CliError({ code: 'component.unknown', message: 'There is no such component.' });
    const { client } = createClient(() => Promise.reject(refused));
    await expect(uploadFile(client, 'd1', { part: 'component', name: '9' }, scan)).rejects.toMatchObject({
      code: 'component.unknown',
      hint: expect.stringContaining('Leave --component out') as unknown,
    });
  });
});
