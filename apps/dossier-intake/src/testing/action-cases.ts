import type { DossierAction } from '@motcua/contracts';

/** Somebody else than who sends the rest. */
export const approver = ['head', 'phu-tho'] as const;

export interface ActionCase {
  readonly opened?: object;
  /** Of a dossier whose due moment has passed: a legacy system reported it. */
  readonly late?: true;
  readonly before?: readonly DossierAction[];
  readonly as?: typeof approver;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What goes before each action, and a body with which it is taken. A new action does not compile until it has its line. */
export const actionCases: Readonly<Record<DossierAction, ActionCase>> = {
  receive: { opened: { action: 'submit', channel: 'online' }, body: { officer: 'cv-07' } },
  refuse: { body: { reasonCode: 'other', reasonText: 'x' } },
  transfer: { body: { toUnit: 'dong-xuan', officer: 'cv-07' } },
  'request-supplement': { body: { reasonCode: 'other', reasonText: 'x', desk: { papers: [{ name: 'x' }] } } },
  'receive-supplement': { before: ['request-supplement'], body: {} },
  'request-payment': { body: { desk: { payment: { amount: 1, place: 'x' } } } },
  'confirm-payment': { before: ['request-payment'], body: { desk: { payment: { amount: 1, receiptNumber: 'x' } } } },
  extend: { body: { reasonCode: 'other', reasonText: 'x', newDue: '2026-11-27T10:00:00+07:00' } },
  apologise: { late: true, body: { reasonCode: 'other', reasonText: 'x', promised: '2026-11-27T10:00:00+07:00' } },
  redate: { body: { reasonCode: 'other', reasonText: 'x' } },
  'request-withdrawal': { body: {} },
  stop: { body: { reasonCode: 'other', reasonText: 'x' } },
  process: { body: {} },
  return: { before: ['process'], body: { desk: { takenBy: { name: 'x' } } } },
  reassign: { body: { toUnit: 'khai-xuan', reasonCode: 'other', reasonText: 'x' } },
  'propose-unit': { body: { unit: 'khai-xuan', reasonCode: 'other', reasonText: 'x' } },
  'approve-proposal': { before: ['propose-unit'], as: approver, body: { proposal: 2 } },
  'reject-proposal': { before: ['propose-unit'], as: approver, body: { proposal: 2, reasonCode: 'other', reasonText: 'x' } },
  revert: { before: ['transfer'], body: { event: 2 } },
  correct: { body: { reasonCode: 'other', reasonText: 'x', correction: { channel: 'postal' } } },
};
