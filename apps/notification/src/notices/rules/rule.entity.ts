import type { NotificationRule } from '@motcua/contracts';
import { clockNow } from '@motcua/postgres/entities';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule as it was entered. */
@Entity('rule')
export class RuleEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('jsonb')
  document!: NotificationRule;

  @Column('timestamptz', { name: 'updated_at', default: clockNow })
  updatedAt!: Date;
}
