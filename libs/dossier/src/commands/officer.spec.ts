import { describe, it } from '@jest/globals';
import { given, givenLegacy, id, received, submitted, type LegacyMoment } from '../testing/given.ts';
import { district } from '../testing/decision-context.ts';

const receive = { type: 'receive', id, origin: 'intake', channel: 'in-person', officer: 'cv-99', limit: null } as const;
const accept = { type: 'accept', limit: null, officer: 'cv-99' } as const;
const transfer = { type: 'transfer', officer: 'cv-99' } as const;

describe.each(['stranger', 'unstaffed'] as const)('an officer who is no staff of the unit (%s)', (officer) => {
  it('is refused by every live command that names one, and nothing changes', () => {
    given().when('2022-03-01 10:00', receive, { officer }).refuses('officer.not-of-unit');
    given(submitted).when('2022-03-01 10:00', accept, { officer }).refuses('officer.not-of-unit');
    given(received).when('2022-03-01 14:00', transfer, { unit: district, officer }).refuses('officer.not-of-unit');
  });
});

describe('an officer of the unit', () => {
  const officer = 'staff';

  it('is put in charge', () => {
    given().when('2022-03-01 10:00', receive, { officer }).gives({ officer: 'cv-99', findings: [] });
    given(received).when('2022-03-01 14:00', transfer, { unit: district, officer }).gives({ officer: 'cv-99', findings: [] });
  });

  it('is not asked for again where the dossier is in their hands already', () => {
    given(received, ['2022-03-01 14:00', transfer, { officer }])
      .when('2022-03-02 09:00', transfer, { officer: 'stranger' })
      .staysQuiet();
  });
});

describe('an officer of whom a legacy system tells', () => {
  const receipt = (more: NonNullable<LegacyMoment[2]> = {}): LegacyMoment => [
    '2022-03-01 10:00',
    { type: 'received', officer: 'cv-99' },
    more,
  ];

  it('is kept, and flagged once where the unit has staff and this is none of them', () => {
    givenLegacy(receipt({ officer: 'stranger' })).is({ officer: 'cv-99', findings: ['unknown-officer'] });
    const handedOver: LegacyMoment = [
      '2022-03-01 14:00',
      { type: 'transferred', namesUnit: true, officer: 'cv-98' },
      { unit: district, officer: 'stranger' },
    ];
    givenLegacy(receipt({ officer: 'stranger' }), handedOver).is({ officer: 'cv-98', findings: ['unknown-officer'] });
  });

  it('is not flagged where nobody is entered for the unit, or where it is staff of it', () => {
    givenLegacy(receipt({ officer: 'unstaffed' })).is({ officer: 'cv-99', findings: [] });
    givenLegacy(receipt({ officer: 'staff' })).is({ findings: [] });
    givenLegacy(receipt()).is({ findings: [] });
  });
});
