import { describe, expect, it } from '@jest/globals';
import { findWeakness } from './password-rule.ts';

const judge = (next: string) => findWeakness({ accountId: 'xa-thanh-ba.head', current: 'k7mq-x3ad-9pht-2vwe', next });

describe('a new password', () => {
  it('is long enough, counted in letters and not in bytes', () => {
    expect(judge('ngắn quá ạ!')).toBe('length');
    expect(judge('vừa đủ dài ạ')).toBeUndefined();
    expect(judge('a'.repeat(129))).toBe('length');
  });

  it('is another one', () => {
    expect(judge('k7mq-x3ad-9pht-2vwe')).toBe('same');
  });

  it('is not the name with something around it', () => {
    expect(judge('Xa-Thanh-Ba.Head2026')).toBe('name');
  });
});
