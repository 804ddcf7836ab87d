import type { Role } from '@motcua/auth';
import { dossierActions, type DossierAction } from '@motcua/contracts';
import { actionCases } from '../action-cases.ts';
import { person } from '../receipts.ts';
import { lieOf, listAboveBoth, type ObjectName } from './objects.ts';

/** What comes before a deed, by somebody who may. */
export interface Stage {
  act(id: string, action: string, body?: object): Promise<void>;
  versionOf(id: string): Promise<number>;
  /** From now on it is the Friday after: a dossier of Monday is late, and what happened on Monday is told of too late. */
  waitUntilFriday(): void;
}

/** Something that is done to a dossier, with a body that is taken. */
export interface Deed {
  /** Who may, in the words of the handbook. */
  readonly by: readonly Role[];
  /** From where, if not from everywhere that reaches the dossier. */
  readonly from?: (name: ObjectName) => readonly string[];
  /** A dossier that lies so cannot have it done. */
  readonly isNever?: (name: ObjectName) => boolean;
  readonly opened?: object;
  readonly path: string;
  /** @returns the body */
  prepare(stage: Stage, id: string, name: ObjectName): Promise<object> | object;
}

const counter = ['counter', 'head', 'admin'] as const;
const desk = ['counter', 'specialist', 'head', 'admin'] as const;
const handlers = ['counter', 'specialist', 'head'] as const;
const lead = ['head', 'admin'] as const;
const words = { reasonCode: 'other', reasonText: 'x' } as const;

type PlainAction = Exclude<DossierAction, 'approve-proposal' | 'reject-proposal' | 'revert'>;

/** The counter receives and returns, specialists work, heads decide, administrators mend. */
const doers: Readonly<Record<PlainAction, readonly Role[]>> = {
  receive: counter,
  refuse: desk,
  transfer: desk,
  'request-supplement': desk,
  'receive-supplement': desk,
  'request-payment': desk,
  'confirm-payment': desk,
  extend: lead,
  apologise: lead,
  redate: ['admin'],
  'request-withdrawal': counter,
  stop: lead,
  process: ['specialist', 'head', 'admin'],
  return: counter,
  reassign: ['admin'],
  'propose-unit': lead,
  correct: lead,
};

/** A submission is received where it was handed in: before that it is handed to nobody. */
const isHandedOver = (name: ObjectName): boolean => lieOf(name).handedTo !== undefined || lieOf(name).cameFrom !== undefined;

const bodies: Partial<Record<PlainAction, (name: ObjectName) => object>> = {
  receive: () => ({}),
  transfer: (name) => ({ toUnit: lieOf(name).other }),
  reassign: (name) => ({ ...words, toUnit: lieOf(name).other }),
  'propose-unit': (name) => ({ ...words, unit: lieOf(name).other }),
};

function toDeed(action: PlainAction): Deed {
  const { opened, late, before = [], body } = actionCases[action];
  return {
    by: doers[action],
    ...(opened === undefined ? {} : { opened, isNever: isHandedOver }),
    path: action,
    prepare: async (stage, id, name) => {
      if (late === true) stage.waitUntilFriday();
      for (const earlier of before) await stage.act(id, earlier, actionCases[earlier].body);
      return bodies[action]?.(name) ?? body;
    },
  };
}

async function finish(stage: Stage, id: string): Promise<void> {
  await stage.act(id, 'process');
  await stage.act(id, 'return');
}

/** What waits for somebody else: a unit that would have been the right one, or a moment that is told of too late. */
const proposing = {
  unit: (stage: Stage, id: string, name: ObjectName) => stage.act(id, 'propose-unit', { ...words, unit: lieOf(name).other }),
  moment: (stage: Stage, id: string) => {
    stage.waitUntilFriday();
    return stage.act(id, 'process', { occurredAt: '2026-11-16T10:30:00+07:00' });
  },
} as const;

const decisions = (['unit', 'moment'] as const).flatMap((kind) =>
  (['approve', 'reject'] as const).map((decision): [string, Deed] => [
    `${decision} a proposed ${kind}`,
    {
      by: lead,
      ...(kind === 'unit' ? { isNever: (name) => name === 'one of a training course' } : {}),
      ...(kind === 'unit' && decision === 'approve' ? { from: listAboveBoth } : {}),
      path: `${decision}-proposal`,
      prepare: async (stage, id, name) => {
        await proposing[kind](stage, id, name);
        return { proposal: await stage.versionOf(id), ...(decision === 'approve' ? {} : words) };
      },
    },
  ]),
);

const erasures = (['approve', 'reject'] as const).map((decision): [string, Deed] => [
  `${decision} an erasure`,
  {
    by: lead,
    path: 'applicant-erasure/decision',
    prepare: async (stage, id) => {
      await finish(stage, id);
      await stage.act(id, 'applicant-erasure', { ground: 'applicant-asked' });
      return { decision };
    },
  },
]);

const rest: Readonly<Record<string, Deed>> = {
  'take back what another did': {
    by: [],
    path: 'revert',
    prepare: async (stage, id) => {
      await stage.act(id, 'process');
      return { event: await stage.versionOf(id) };
    },
  },
  'correct an applicant': {
    by: handlers,
    path: 'applicant-correction',
    prepare: () => ({ applicant: { ...person, phone: '0912000111' } }),
  },
  'ask for an erasure': {
    by: desk,
    path: 'applicant-erasure',
    prepare: async (stage, id) => {
      await finish(stage, id);
      return { ground: 'applicant-asked' };
    },
  },
  'print a slip': { by: handlers, path: 'slips/1', prepare: () => ({}) },
  'make a link for rating': {
    by: ['counter', 'head'],
    path: 'rating-token',
    prepare: async (stage, id) => {
      await finish(stage, id);
      return {};
    },
  },
};

/** Every command that there is; one that is new does not compile until it says who may. */
export const deeds: ReadonlyMap<string, Deed> = new Map([
  ...Object.keys(dossierActions)
    .filter((action): action is PlainAction => action in doers)
    .map((action): [string, Deed] => [action, toDeed(action)]),
  ...decisions,
  ...erasures,
  ...Object.entries(rest),
]);
