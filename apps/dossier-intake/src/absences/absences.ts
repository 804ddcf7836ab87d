import { may, requirePermission } from '@motcua/access';
import type { Actor } from '@motcua/auth';
import type { Absence, AbsenceList, NewAbsence } from '@motcua/contracts';
import { inTransaction, toTransaction } from '@motcua/postgres';
import { NOW, POOL } from '@motcua/service';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ReferenceData } from '../reference/reference-data.ts';
import { endAbsence, findAbsence, insertAbsence, listAbsences } from './absence.store.ts';
import { isOver, notOfUnit, overlaps, unknownAbsence, unknownStaff } from './problems.ts';

/** Who is absent and who stands in: for oneself, or for the staff of a unit by its head. */
@Injectable()
export class Absences {
  /** @param now epoch milliseconds */
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    private readonly data: ReferenceData,
    @Inject(NOW) private readonly now: () => number,
  ) {}

  async list(actor: Actor, unit: string | undefined): Promise<AbsenceList> {
    const code = unit ?? actor.unit;
    requirePermission(actor, 'absences.read', code === undefined ? [] : this.#pathOf(code));
    if (code === undefined) return { absences: [] };
    const units = this.data.listBelow(code, this.now());
    return { absences: await listAbsences(toTransaction(this.pool), this.data.findToday(code, this.now()), units) };
  }

  async record(actor: Actor, { staff, from, to, substitute }: NewAbsence): Promise<Absence> {
    const post = this.data.findPost(staff, from);
    if (post === undefined) {
      this.#permit(actor, staff, undefined);
      throw unknownStaff();
    }
    this.#permit(actor, staff, post.unit);
    if (to < this.data.findToday(post.unit, this.now())) throw isOver();
    const standsIn = [from, to].every((date) => this.data.findStanding(substitute, post.unit, date) === 'staff');
    if (!standsIn || substitute === staff) throw notOfUnit();
    const madeAt = new Date(this.now()).toISOString();
    const absence = { id: randomUUID(), staff, unit: post.unit, from, to, substitute, madeBy: actor.sub, madeAt };
    const isNew = await inTransaction(this.pool, (transaction) => insertAbsence(transaction, absence));
    if (!isNew) throw overlaps();
    return absence;
  }

  /** They are back, or it was recorded wrongly. */
  end(actor: Actor, id: string): Promise<Absence> {
    return inTransaction(this.pool, async (transaction) => {
      const absence = await findAbsence(transaction, id);
      if (absence === undefined) throw unknownAbsence();
      this.#permit(actor, absence.staff, absence.unit);
      await endAbsence(transaction, id, this.now());
      return absence;
    });
  }

  #permit(actor: Actor, staff: string, unit: string | undefined): void {
    if (may(actor, 'absences.write', { person: staff })) return;
    requirePermission(actor, 'absences.write', unit === undefined ? [] : this.#pathOf(unit));
  }

  #pathOf(unit: string): readonly string[] {
    return this.data.findPath(unit, this.now()) ?? [unit];
  }
}
