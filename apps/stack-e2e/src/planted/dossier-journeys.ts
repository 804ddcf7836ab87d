import { dossierActions, type DossierAction, type DossierView } from '@motcua/contracts';
import { opening, OTHER_UNIT, UNIT, type House } from './house.ts';
import type { PlantedJourney } from './planted-journey.ts';

const other = { reasonCode: 'other', reasonText: 'x' };
const WEEK_MS = 7 * 86_400_000;

interface Step {
  readonly opened?: object;
  readonly before?: readonly (readonly [action: DossierAction, body?: object])[];
  readonly by?: 'approver';
  readonly body: object;
}

/** What goes before each action, and a body with which it is taken. A new action does not compile until it has its line. */
const steps: Readonly<Record<DossierAction, Step>> = {
  receive: { opened: { action: 'submit', channel: 'online' }, body: {} },
  refuse: { body: other },
  transfer: { body: { toUnit: UNIT } },
  'request-supplement': { body: { ...other, desk: { papers: [{ name: 'x' }] } } },
  'receive-supplement': { before: [['request-supplement', other]], body: {} },
  'request-payment': { body: { desk: { payment: { amount: 1, place: 'x' } } } },
  'confirm-payment': { before: [['request-payment']], body: { desk: { payment: { amount: 1, receiptNumber: 'x' } } } },
  extend: { body: other },
  apologise: { body: other },
  redate: { body: other },
  'request-withdrawal': { body: {} },
  stop: { body: other },
  process: { body: {} },
  return: { before: [['process']], body: { desk: { takenBy: { name: 'x' } } } },
  reassign: { body: { toUnit: OTHER_UNIT, ...other } },
  'propose-unit': { body: { unit: OTHER_UNIT, ...other } },
  'approve-proposal': { before: [['propose-unit', { unit: OTHER_UNIT, ...other }]], by: 'approver', body: { proposal: 2 } },
  'reject-proposal': {
    before: [['propose-unit', { unit: OTHER_UNIT, ...other }]],
    by: 'approver',
    body: { proposal: 2, ...other },
  },
  revert: { before: [['transfer', { toUnit: UNIT }]], body: { event: 2 } },
  correct: { body: { ...other, correction: { channel: 'postal' } } },
};

/** Which field of an action appoints a moment. */
const appointments: Partial<Readonly<Record<DossierAction, string>>> = { extend: 'newDue', apologise: 'promised' };

/** Opening a dossier, and every action, each on a dossier of its own whose applicant can be written to. */
export function createDossierJourneys(): Record<string, PlantedJourney> {
  const actions = Object.keys(dossierActions) as DossierAction[];
  const findDue = onceLawful();
  return {
    'POST /v1/dossiers': ({ admin }) =>
      Promise.resolve({ as: admin, path: '/v1/dossiers', body: { ...opening, applicant: { name: 'x' } } }),
    'POST /v1/dossiers/{id}/applicant-correction': async (house) => {
      const id = await house.receive({ applicant: { name: 'x' } });
      return { as: house.approver, path: `/v1/dossiers/${id}/applicant-correction`, body: { applicant: { name: 'y' } } };
    },
    ...Object.fromEntries(
      actions.map((action): [string, PlantedJourney] => {
        const { opened = {}, before = [], by, body } = steps[action];
        const journey: PlantedJourney = async (house) => {
          const id = action === 'apologise' ? await house.reportOverdue() : await house.receive(opened, ...before);
          const appointed = appointments[action];
          const whole = appointed === undefined ? body : { ...body, [appointed]: await findDue(house) };
          return { as: by === 'approver' ? house.approver : house.admin, path: `/v1/dossiers/${id}/${action}`, body: whole };
        };
        return [`POST /v1/dossiers/{id}/${action}`, journey];
      }),
    ),
  };
}

/** A later due moment of a dossier that is received now: the same hour some weeks on, on a day on which offices are open. */
function onceLawful(): (house: House) => Promise<string> {
  let due: Promise<string> | undefined;
  const find = async (house: House): Promise<string> => {
    for (let weeks = 1; weeks <= 6; weeks += 1) {
      const id = await house.receive();
      const { dossier } = await house.admin.get<DossierView>(`/v1/dossiers/${id}`);
      const newDue = new Date(Date.parse(dossier.currentDue ?? '') + weeks * WEEK_MS).toISOString();
      const { status } = await house.admin.send('POST', `/v1/dossiers/${id}/extend`, { ...other, newDue });
      if (status === 200) return newDue;
    }
    throw new Error('No week has an hour to which a dossier may be extended.');
  };
  return (house) => (due ??= find(house));
}
