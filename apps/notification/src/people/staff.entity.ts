import type { NoticeChannel, NoticeLanguage, StaffRole } from '@motcua/contracts';
import { clockNow } from '@motcua/postgres/entities';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

const fromBefore = 'From before the catalogue had staff; counts for whom it does not know.';

/** How somebody is reached, and what they wish. `unit`, `role` and `active` are written no more. */
@Entity('staff')
@Check('staff_role_check', `role IN ('counter-officer', 'specialist', 'head', 'leader')`)
@Check('staff_language_check', `language IN ('vi', 'en')`)
@Index('staff_of_unit', ['unit'], { where: 'active' })
export class StaffEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true, comment: fromBefore })
  unit!: string | null;

  @Column('text', { nullable: true, comment: fromBefore })
  role!: StaffRole | null;

  @Column('text', { nullable: true })
  mail!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  zalo!: string | null;

  @Column('text')
  language!: NoticeLanguage;

  @Column('boolean', { default: true, comment: fromBefore })
  active!: boolean;

  @Column('text', { array: true, default: [] })
  mute!: string[];

  @Column('text', { array: true, default: [] })
  channels!: NoticeChannel[];

  @Column('boolean', { default: true })
  digest!: boolean;

  @Column('timestamptz', { name: 'updated_at', default: clockNow })
  updatedAt!: Date;
}
