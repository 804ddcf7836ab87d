import { describe, it } from '@jest/globals';
import { given, received, type Moment } from '../testing/given.ts';
import { at, district } from '../testing/decision-context.ts';

const propose = { type: 'propose-unit', reasonCode: 'wrong-at-receipt' } as const;
const proposed: Moment = ['2022-03-02 08:00', propose, { unit: district, actor: 'tp-01' }];
const approve = { type: 'approve-proposal', proposal: 2 } as const;

describe('a unit that was wrong at receipt', () => {
  it('is not corrected by one person alone', () => {
    given(received)
      .when('2022-03-02 08:00', { type: 'correct', reasonCode: 'x', unit: true }, { unit: district })
      .refuses('dossier.unit-by-proposal');
  });

  it('stays responsible while another is proposed', () => {
    given(received, proposed).is({
      version: 2,
      responsible: { code: 'dong-xuan', path: ['phu-tho', 'thanh-ba', 'dong-xuan'], kind: 'commune' },
      lastOccurredAt: at('2022-03-01 10:00'),
    });
  });

  it('is replaced from receipt on where it is approved by another person', () => {
    given(received, proposed)
      .when('2022-03-03 08:00', approve, { unit: district, actor: 'ct-01' })
      .gives({ responsible: district, handlingUnit: 'thanh-ba' });
    given(received, proposed).when('2022-03-03 08:00', approve, { unit: district, actor: 'tp-01' }).refuses('proposal.own');
    given(received, proposed).when('2022-03-09 08:01', approve, { unit: district, actor: 'ct-01' }).refuses('proposal.lapsed');
  });

  it('is proposed once, and not where it is responsible', () => {
    given(received, proposed).when('2022-03-03 08:00', propose, { unit: district }).staysQuiet();
    given(received).when('2022-03-03 08:00', propose).staysQuiet();
    given(received).when('2022-03-03 08:00', propose, { unit: undefined }).refuses('unit.unknown');
  });
});
