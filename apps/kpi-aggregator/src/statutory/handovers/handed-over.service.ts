import type { Caller } from '@motcua/auth';
import type { DossierLinePage } from '@motcua/contracts';
import { encodeCursor, parseCursor } from '@motcua/http';
import type { LocalDays } from '@motcua/indicators';
import { ii06FormsById } from '@motcua/report';
import { Inject, Injectable } from '@nestjs/common';
import { BoardService } from '../../board/board.service.ts';
import { countCounted, listCounted } from '../../board/dossiers/list-counted.query.ts';
import { Position } from '../../board/dossiers/read-dossier-page.ts';
import { toAsOf, toPeriod } from '../../http/queries.ts';
import { getActiveTableSet } from '../../projection/table-set.ts';
import { LOCAL_DAYS } from '../../time/local-days.ts';
import type { HandedOverParameters } from '../ii06/ii06-queries.ts';
import { toFactKey } from '../ii06/read-handling.ts';
import { toHandedOverFacts } from './handed-over-facts.ts';

/** The dossiers behind the columns "handed over": the same condition that counts them. */
@Injectable()
export class HandedOverService {
  readonly #boards: BoardService;
  readonly #days: LocalDays;

  constructor(boards: BoardService, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#boards = boards;
    this.#days = days;
  }

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`, 400 `period.invalid` */
  list(caller: Caller, parameters: HandedOverParameters): Promise<DossierLinePage> {
    const { unit, from, to, form, key, direction, cursor, limit } = parameters;
    const asOf = toAsOf(parameters.asOf, Date.now());
    const factKey = toFactKey(key === undefined ? null : ii06FormsById[form].rows.by);
    const asked = { unit, factKey, period: toPeriod(parameters), asOf, key: key ?? unit, direction };
    return this.#boards.onSnapshot(caller, unit, async (database, places) => {
      const tableSet = await getActiveTableSet(database);
      const condition = toHandedOverFacts({ ...asked, places }, tableSet, this.#days);
      const after = cursor === undefined ? undefined : parseCursor(cursor, Position);
      const { dossiers, next } = await listCounted(database, tableSet, condition, { after, limit, asOf });
      return {
        indicator: `handed-over.${direction}`,
        version: 1,
        part: 'value',
        unit,
        period: { from, to },
        asOf: new Date(asOf).toISOString(),
        total: await countCounted(database, tableSet, condition),
        dossiers: [...dossiers],
        next: next === null ? null : encodeCursor(next),
      };
    });
  }
}
