import { describe, expect, it } from '@jest/globals';
import { toCodePrefix } from './code-prefix.ts';
import { dossierCodePattern, toCodeStem } from './dossier-code.ts';

describe('dossier codes', () => {
  it.each(['000.17.22.H56-210531-0001', 'H56.14-240823-0001', 'H44.05.01-220103-0001', 'H44-220103-12345'])(
    '%s keeps the pattern',
    (code) => {
      expect(code).toMatch(dossierCodePattern);
    },
  );

  it('begin with the unit’s agency code, or with a number that stays its own', () => {
    expect(`${toCodeStem(toCodePrefix('dong-xuan', 'H44.05'), '2022-01-03')}0001`).toBe('H44.05-220103-0001');
    for (const unit of ['boston', 'ISD', 'xã Đông Xuân']) {
      expect(`${toCodeStem(toCodePrefix(unit, undefined), '2022-01-03')}0001`).toMatch(dossierCodePattern);
      expect(toCodePrefix(unit, undefined)).toBe(toCodePrefix(unit, undefined));
    }
  });
});
