import { expect, it } from '@jest/globals';
import type { StaffContact, StaffDocument, UnitDocument } from '@motcua/contracts';
import type { CatalogueClient } from '@motcua/client/catalogue';
import type { GatewayClient, GatewayRequest } from '@motcua/client';
import { handOverStaff } from './hand-over-staff.ts';

const contact = (id: string, unit: string): StaffContact => ({
  id,
  name: 'Nguyễn Văn An',
  mail: 'an@example.vn',
  phone: null,
  zalo: null,
  language: 'vi',
  preferences: { mute: [], channels: [], digest: true },
  place: { unit, role: 'specialist', placedBy: 'notification' },
});

it('gives the catalogue whom notification alone knows, page by page, without name and address', async () => {
  const asked: GatewayRequest['query'][] = [];
  const pages = [
    { unit: null, staff: [contact('a', 'xa-a'), contact('b', 'nowhere')], next: 'more' },
    { unit: null, staff: [contact('c', 'xa-a')], next: null },
  ];
  const client = {
    request: (_path: string, request?: GatewayRequest) => {
      asked.push(request?.query);
      return Promise.resolve(pages.shift());
    },
  };
  const put: StaffDocument[] = [];
  const catalogue = {
    list: () => Promise.resolve([{ code: 'xa-a' } as UnitDocument]),
    put: (_kind: string, documents: readonly StaffDocument[]) => Promise.resolve(void put.push(...documents)),
  };

  // Of both it takes these alone.
  const found = await handOverStaff(client as unknown as GatewayClient, catalogue as unknown as CatalogueClient, '2026-11-27');

  expect(found).toEqual({ added: 2, unplaced: ['b'] });
  const there = { unit: 'xa-a', role: 'specialist', validFrom: '2026-11-27', validTo: null };
  expect(put).toEqual([
    { id: 'a', ...there },
    { id: 'c', ...there },
  ]);
  expect(asked.map((query) => [query?.['placedBy'], query?.['cursor']])).toEqual([
    ['notification', undefined],
    ['notification', 'more'],
  ]);
});
