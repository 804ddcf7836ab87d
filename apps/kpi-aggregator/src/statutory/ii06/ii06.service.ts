import type { Caller } from '@motcua/auth';
import type { Ii06Report, LocalizedName } from '@motcua/contracts';
import type { LocalDays } from '@motcua/indicators';
import { ii06FormsById, nothingHandled, toIi06, type Ii06FormId } from '@motcua/report';
import { Inject, Injectable } from '@nestjs/common';
import { BoardService } from '../../board/board.service.ts';
import { NameDirectory } from '../../board/names/name-directory.ts';
import { toAsOf, toPeriod } from '../../http/queries.ts';
import { LOCAL_DAYS } from '../../time/local-days.ts';
import type { Ii06Parameters } from './ii06-queries.ts';
import { levelNames } from './level-names.ts';
import { identitiesBroken } from './problems.ts';
import { readHandling, type HandlingGrouping } from './read-handling.ts';
import { toIi06Report } from './to-report.ts';

/** Report II.06 of a unit and period, of one snapshot. */
@Injectable()
export class Ii06Service {
  readonly #boards: BoardService;
  readonly #names: NameDirectory;
  readonly #days: LocalDays;

  constructor(boards: BoardService, names: NameDirectory, @Inject(LOCAL_DAYS) days: LocalDays) {
    this.#boards = boards;
    this.#names = names;
    this.#days = days;
  }

  /** @throws ProblemError 404 `unit.unknown`, 403 `auth.forbidden`, 400 `period.invalid`, 409 `report.identities-broken` */
  async write(caller: Caller, form: Ii06FormId, parameters: Ii06Parameters): Promise<Ii06Report> {
    const { unit, from, to, asOf } = parameters;
    const period = toPeriod(parameters);
    const moment = toAsOf(asOf, Date.now());
    const { by } = ii06FormsById[form].rows;
    const lag = await this.#boards.readLag();
    return this.#boards.onSnapshot(caller, unit, async (database, places) => {
      const read = (grouping: HandlingGrouping | null) =>
        readHandling(database, places, { unit, period, by: grouping, asOf: moment }, this.#days);
      const total = (await read(null))[0]?.counts ?? nothingHandled;
      const table = toIi06(await read(by), total);
      if ('refused' in table) throw identitiesBroken(table.broken);
      const { parked, freshness } = await this.#boards.readFreshness(database, lag);
      const subject = { form, unit, period: { from, to }, asOf: new Date(moment).toISOString(), parked, freshness };
      return toIi06Report(subject, table, (key) => this.#nameOf(by, unit, key));
    });
  }

  #nameOf(by: 'field' | 'unit' | 'level', unit: string, key: string | null): LocalizedName {
    if (key === null) return this.#names.findName('unit', unit) ?? { vi: unit };
    return (by === 'level' ? levelNames[key] : this.#names.findName(by, key)) ?? { vi: key };
  }
}
