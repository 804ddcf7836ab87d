import { describe, expect, it } from '@jest/globals';
import { createTermHash } from './term-hash.ts';
import { toEntry, type Asked } from './to-entry.ts';

const hash = createTermHash('postgres://motcua_intake:secret@localhost/motcua');
const id = '0198f0c0-0000-7000-8000-000000000001';
const officer = { sub: 'nv-1', role: 'counter', unit: 'dong-xuan' } as const;

function ask(request: Partial<Asked['request']> = {}, more: Partial<Asked> = {}) {
  const given = {
    id: 'r-1',
    ip: '127.0.0.1',
    method: 'GET',
    params: {},
    query: {},
    headers: {},
    routeOptions: { url: '/v1/dossiers' },
    ...request,
  };
  return toEntry({ request: given as Asked['request'], caller: officer, actions: ['dossiers.list'], ...more }, hash);
}

describe('an entry of the audit log', () => {
  it('says who, in which post, what, of whom, why and from where', () => {
    const headers = { 'x-forwarded-for': '203.0.113.9, 10.1.2.3', 'motcua-reason': 'citizen-asks' };
    const request = { params: { id }, query: { unit: 'dong-xuan', limit: '5' }, headers };
    expect(ask(request)).toEqual({
      ...officer,
      action: 'dossiers.list',
      route: 'GET /v1/dossiers',
      about: `id=${id} unit=dong-xuan`,
      terms: null,
      reason: 'citizen-asks',
      address: '10.1.2.3',
      requestId: 'r-1',
    });
  });

  it('keeps of what was searched a keyed hash: the same for the same search, another with another key', () => {
    const { terms } = ask({ query: { q: 'Nguyễn Văn  An' } });
    expect(terms).toBe(ask({ query: { q: 'nguyễn văn an ' } }).terms);
    expect(terms).not.toBe(ask({ query: { q: 'nguyễn văn ba' } }).terms);
    expect(terms).not.toBe(createTermHash('postgres://motcua_intake:other@localhost/motcua')('Nguyễn Văn An'));
    expect(terms).not.toMatch(/nguy/i);
  });

  it('keeps of a path in the clear what is surely a code', () => {
    for (const personal of ['0912345678', '025185001234', 'Nguyễn Thị Bí Mật', 'bi.mat@example.vn'])
      expect(ask({ params: { id: personal } }).about).toMatch(/^id=~[\w-]{22}$/);
    expect(ask({ params: { unit: 'xa-thanh-ba' } }).about).toBe('unit=xa-thanh-ba');
  });

  it('takes a reason that is a code, and no other', () => {
    expect(() => ask({ headers: { 'motcua-reason': 'Bà Hoa 0912345678' } })).toThrow(
      'Send in "motcua-reason" a code of lower-case letters and hyphens, such as citizen-asks.',
    );
  });

  it('asks a person why they search by a number, and nobody why they search by a code', () => {
    expect(() => ask({ query: { q: '025185001234' } })).toThrow('says why');
    expect(ask({ query: { q: '025185001234' }, headers: { 'motcua-reason': 'citizen-asks' } }).reason).toBe('citizen-asks');
    expect(ask({ query: { q: 'H25.12-221101-0007' } }).reason).toBeNull();
    const service = { service: 'notification', scopes: ['contact:read'] } as const;
    expect(ask({ query: { q: '025185001234' } }, { caller: service }).reason).toBeNull();
  });

  it('is of a service by its name, and of nobody where a route is public', () => {
    expect(ask({}, { caller: { service: 'notification', scopes: ['contact:read'] } })).toMatchObject({
      sub: 'notification',
      role: 'service',
    });
    expect(ask({}, { caller: undefined, actions: undefined })).toMatchObject({ sub: 'public', action: 'public' });
  });
});
