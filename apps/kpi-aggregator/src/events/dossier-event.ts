import {
  FieldReader,
  findDossierEventName,
  type DossierEvent as PublishedEvent,
  type dossierEventSchemas,
} from '@motcua/contracts';
import type { DossierState, ResponsibleUnit, Instant } from '@motcua/indicators';
import type { z } from 'zod';
import { readResponsibleUnit, readZone, type Place } from './read-unit-placement.ts';

/** What the projection takes from a published dossier event: the state after it, moments in milliseconds. */
export interface DossierEvent {
  readonly dossierId: string;
  readonly version: number;
  readonly occurredAt: Instant;
  /** The event moves responsibility (`reassigned`); any other change of the unit rewrites it, but for the next. */
  readonly moves: boolean;
  /** It takes the latest such move back (`reverted`): that never was. */
  readonly movesBack: boolean;
  readonly responsibleUnit: ResponsibleUnit;
  readonly state: DossierState;
  /** Shown in lists, and of no weight in what is counted. */
  readonly shown: Shown;
}

export interface Shown {
  readonly code: string | null;
  readonly sourceCode: string | null;
  /** Staff id of who is in charge. */
  readonly officer: string | null;
  readonly status: number;
  readonly originalDue: Instant | null;
  readonly due766: Instant | null;
}

/**
 * A dossier event from the JSON of its CloudEvent, by the fast lane of its contract: only what is used is checked, and the producer is
 * strict. Throws an Error that says which field is wrong.
 */
export const parseDossierEvent = (json: string): DossierEvent => toDossierEvent(JSON.parse(json) as unknown);

/** The same of JSON that is parsed already. */
export function toDossierEvent(event: unknown): DossierEvent {
  const envelope = new FieldReader<PublishedEvent>(event, '');
  const name = findDossierEventName(envelope.text('type'));
  if (name === undefined) throw new Error('type is no dossier event of version 1');
  const data = envelope.object('data');
  return {
    dossierId: data.uuid('dossierId'),
    version: data.positive('dossierVersion'),
    occurredAt: data.instant('occurredAt'),
    moves: name === 'reassigned',
    movesBack: name === 'reverted' && readTakenBack(event) === 'reassigned',
    responsibleUnit: readResponsibleUnit(data.only<keyof Place>()),
    state: readState(data),
    shown: readShown(data),
  };
}

const readTakenBack = (event: unknown): string =>
  new FieldReader<z.infer<typeof dossierEventSchemas.reverted>>(event, '').object('data').object('change').text('event');

type Data = FieldReader<PublishedEvent['data']>;

function readState(data: Data): DossierState {
  const lateFrom = data.object('lateFrom');
  return {
    timeZone: readZone(data.only<keyof Place>()),
    procedure: data.text('procedure'),
    field: data.text('field'),
    channel: data.text('channel'),
    serviceLevel: data.text('serviceLevel'),
    receivedAt: data.instantOrNull('receivedAt'),
    endedAt: data.instantOrNull('endedAt'),
    currentDue: data.instantOrNull('currentDue'),
    noDue: data.flag('noDue'),
    lateFrom: {
      set766: lateFrom.instantOrNull('set766'),
      original: lateFrom.instantOrNull('original'),
      current: lateFrom.instantOrNull('current'),
    },
  };
}

const readShown = (data: Data): Shown => ({
  code: data.textOrNull('code'),
  sourceCode: data.textOrNull('sourceCode'),
  officer: data.textOrNone('officer'),
  status: data.positive('status'),
  originalDue: data.instantOrNull('originalDue'),
  due766: data.instantOrNull('due766'),
});
