import type { Queryable } from '@motcua/postgres';
import { createHash } from 'node:crypto';
import type { CloseHead } from './close-row.ts';
import { listBehind, listFrozenCounts, readFrozenLines } from './frozen-copy.query.ts';

/** SHA-256 of all that a close holds, a line each as JSON with its fields in a fixed order. */
export async function toContentHash(database: Queryable, head: CloseHead): Promise<string> {
  const hash = createHash('sha256');
  const add = (fields: readonly unknown[]): void => {
    hash.update(JSON.stringify(fields)).update('\n');
  };
  add(toHeadFields(head));
  for (const { dossierId, version, judgement, digitizationVersion } of await listBehind(database, head.id))
    add(['behind', dossierId, version, judgement, digitizationVersion]);
  for (const { unit, field, procedure, number, count } of await listFrozenCounts(database, head.id))
    add(['figure', unit, field, procedure, number, count]);
  for await (const page of readFrozenLines(database, head.id))
    for (const {
      dossierId,
      interval,
      code,
      version,
      judgement,
      digitizationVersion,
      unit,
      procedure,
      field,
      channel,
      numbers,
    } of page)
      add([
        'dossier',
        dossierId,
        interval,
        code,
        version,
        judgement,
        digitizationVersion,
        unit,
        procedure,
        field,
        channel,
        numbers,
      ]);
  return hash.digest('hex');
}

function toHeadFields(head: CloseHead): readonly unknown[] {
  const { id, unit, month, knownAt, asOf, proposedBy, proposedAt, overrideReason, lagging, parked, dossiers } = head;
  return [
    ...[
      'close',
      id,
      unit,
      month,
      knownAt.getTime(),
      asOf.getTime(),
      proposedBy,
      proposedAt.getTime(),
      overrideReason,
      lagging,
      parked,
      dossiers,
    ],
    head.names.map(({ name, version }) => [name, version]),
    head.rules.map(({ ruleSet, calendar, calendarVersion, dossiers: counted }) => [ruleSet, calendar, calendarVersion, counted]),
    head.readUpTo.map(({ topic, partition, nextOffset }) => [topic, partition, nextOffset]),
  ];
}
