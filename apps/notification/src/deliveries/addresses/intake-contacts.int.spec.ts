import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApplicantContact } from '@motcua/contracts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createIntakeContacts } from './intake-contacts.ts';

const dossierId = '0198a7b2-0000-7000-8000-000000000001';
const address = {
  dossierId,
  name: 'Nguyễn Thị Bình',
  phone: '0911222333',
  email: 'binh@example.vn',
  language: 'vi' as const,
  zaloConsent: null,
};
const asked = { papers: [{ vi: 'Giấy chứng sinh' }], payment: null };
const contact: ApplicantContact = { ...address, ...asked, ratingToken: null, reasonText: null };
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const find = (intakeUrl = url, timeoutMs = 5_000, reason?: number) =>
  createIntakeContacts({
    intakeUrl,
    publicUrl: 'https://motcua.example.vn/',
    tokens: () => Promise.resolve('our-token'),
    timeoutMs,
  }).find(dossierId, reason);
const answering = (status: number, body: string) => {
  answer = (_request, response) => response.writeHead(status).end(body);
};

describe('the contact of an applicant', () => {
  it('is asked of dossier-intake with our own token', async () => {
    const seen: (string | undefined)[] = [];
    answer = ({ url: path, headers }, response) => {
      seen.push(path, headers.authorization);
      response.writeHead(200).end(JSON.stringify(contact));
    };
    expect(await find()).toEqual({ status: 'found', contact: { ...address, ...asked, reasonText: null, ratingLink: null } });
    expect(seen).toEqual([`/v1/dossiers/${dossierId}/contact`, 'Bearer our-token']);
  });

  it('comes with the page on which he may rate, the token where no server sees it', async () => {
    answering(200, JSON.stringify({ ...contact, ratingToken: 'once.and-for_all' }));
    const ratingLink = 'https://motcua.example.vn/rate#once.and-for_all';
    expect(await find()).toEqual({ status: 'found', contact: { ...address, ...asked, reasonText: null, ratingLink } });
  });

  it('comes with what was written about the reason of the event that is told', async () => {
    let seen: string | undefined;
    answer = ({ url: path }, response) => {
      seen = path;
      response.writeHead(200).end(JSON.stringify({ ...contact, reasonText: 'Thiếu giấy chứng sinh' }));
    };
    expect(await find(url, 5_000, 7)).toMatchObject({ contact: { reasonText: 'Thiếu giấy chứng sinh' } });
    expect(seen).toBe(`/v1/dossiers/${dossierId}/contact?reason=7`);
  });

  it('of an intake that tells no reasons yet says none', async () => {
    const { reasonText: _none, ...earlier } = contact;
    answering(200, JSON.stringify(earlier));
    expect(await find(url, 5_000, 7)).toMatchObject({ contact: { reasonText: null } });
  });

  it('of a dossier that is not there is unknown', async () => {
    answering(404, '{}');
    expect(await find()).toEqual({ status: 'unknown' });
  });

  it('is asked for again later where intake is away, and the reason repeats nothing of what it said', async () => {
    const answers: string[] = [];
    for (const [status, body] of [
      [503, 'binh@example.vn'],
      [401, '0911222333'],
      [200, 'not JSON: 0911222333'],
      [200, JSON.stringify({ ...contact, phone: 911_222_333 })],
    ] as const) {
      answering(status, body);
      const found = await find();
      expect(found.status).toBe('away');
      answers.push(JSON.stringify(found));
    }
    answer = () => undefined; // no answer at all
    answers.push(JSON.stringify(await find(url, 50)), JSON.stringify(await find('http://127.0.0.1:1')));
    expect(answers.join('\n')).not.toMatch(/0911222333|911222333|binh@/);
    expect(answers.every((text) => text.includes('away'))).toBe(true);
  });

  it('is asked for again later where we cannot sign', async () => {
    const tokens = () => Promise.reject(new Error('The service key cannot be read'));
    expect(await createIntakeContacts({ intakeUrl: url, publicUrl: url, tokens }).find(dossierId)).toMatchObject({
      status: 'away',
    });
  });
});
