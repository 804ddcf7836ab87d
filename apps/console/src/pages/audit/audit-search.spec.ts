import { expect, it } from '@jest/globals';
import { readAuditSearch } from './audit-search.ts';

it('an address of the audit log opens even where parts of it make no sense', () => {
  const whole = { tab: 'chain', service: 'sla-timer', sub: 'nv-1', action: 'dossiers.read', about: 'dong-xuan' };
  expect(readAuditSearch(whole)).toEqual(whole);
  expect(readAuditSearch({ tab: 'log', service: 'mail', sub: 7, action: '', about: null, term: '0912345678' })).toEqual({});
});
