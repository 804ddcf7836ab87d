import type { PutTarget } from '@motcua/contracts';
import { clockNow } from '@motcua/postgres/entities';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository, type EntityManager } from 'typeorm';
import { TargetEntity } from './target.entity.ts';

/** As the column rounds it. */
const isSame = 'target = CAST(:target AS numeric(6, 5))';

@Injectable()
export class TargetStore {
  constructor(@InjectRepository(TargetEntity) private readonly targets: Repository<TargetEntity>) {}

  /** Another target is another question: how the old one stood says nothing about it. */
  put(unit: string, indicator: string, { target, validFrom, validTo }: PutTarget): Promise<TargetEntity> {
    return this.targets.manager.transaction(async (entities) => {
      const targets = entities.getRepository(TargetEntity);
      await targets.createQueryBuilder().insert().values({ unit, indicator, target, validFrom, validTo }).orIgnore().execute();
      await targets
        .createQueryBuilder()
        .update()
        .set({ target, validFrom, validTo, state: () => `CASE WHEN ${isSame} THEN state ELSE 'unknown' END` })
        .where({ unit, indicator })
        .setParameter('target', target)
        .execute();
      return targets.findOneByOrFail({ unit, indicator });
    });
  }

  list(): Promise<TargetEntity[]> {
    return this.targets.find({ order: { unit: 'ASC', indicator: 'ASC' } });
  }
}

/** In the transaction that announces it; locked, so that of two instances one does. */
export const lockTarget = (entities: EntityManager, unit: string, indicator: string): Promise<TargetEntity | null> =>
  entities.findOne(TargetEntity, { where: { unit, indicator }, lock: { mode: 'pessimistic_write' } });

/** How it stands, now that its figure was read. */
export async function saveTargetState(
  entities: EntityManager,
  { unit, indicator, ...state }: Pick<TargetEntity, 'unit' | 'indicator' | 'state' | 'value' | 'period' | 'episode'>,
): Promise<void> {
  await entities.update(TargetEntity, { unit, indicator }, { ...state, checkedAt: clockNow });
}
