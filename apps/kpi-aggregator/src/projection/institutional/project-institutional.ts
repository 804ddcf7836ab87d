import type { Queryable } from '@motcua/postgres';
import { toCounting } from '@motcua/organisation';
import { Injectable } from '@nestjs/common';
import type { InstitutionalEvent } from '../../events/institutional-event.ts';
import type { Projected } from '../projected.ts';
import type { TableSet } from '../table-set.ts';

/** Keeps every version of institutional figures as the newest record of their code says them. */
@Injectable()
export class InstitutionalProjector {
  /** `events` in log order. Safe to be repeated: a code's versions take the place of those that are there. */
  async project(database: Queryable, tableSet: TableSet, events: readonly InstitutionalEvent[]): Promise<Projected> {
    const newest = new Map(events.map((event) => [event.code, event]));
    if (newest.size === 0) return { dossiers: 0, units: new Set() };
    await database.query(`DELETE FROM kpi.institutional_${tableSet} WHERE code = ANY($1)`, [[...newest.keys()]]);
    const rows = [...newest.values()].flatMap(toRows);
    await database.query(
      `INSERT INTO kpi.institutional_${tableSet} (code, version, kind, unit, valid_from, valid_to, counts, recorded_at, document)
       SELECT code, version, document ->> 'kind', document ->> 'unit', (document ->> 'validFrom')::date, (document ->> 'validTo')::date,
         counts, "recordedAt", document
       FROM jsonb_to_recordset($1::jsonb) AS row (code text, version integer, counts boolean, "recordedAt" timestamptz, document jsonb)`,
      [JSON.stringify(rows)],
    );
    return { dossiers: 0, units: new Set(rows.map(({ document }) => document.unit)) };
  }
}

function toRows({ code, versions }: InstitutionalEvent) {
  const counting = new Set(toCounting(versions));
  return versions.map((version) => ({ ...version, code, counts: counting.has(version) }));
}
