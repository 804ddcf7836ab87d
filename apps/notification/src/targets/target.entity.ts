import type { Target } from '@motcua/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A target of a unit, and how it stood when its figure was last read. */
@Entity('target')
@Check('target_state_check', `state IN ('unknown', 'met', 'missed')`)
export class TargetEntity {
  @PrimaryColumn('text')
  unit!: string;

  @PrimaryColumn('text')
  indicator!: string;

  /** A share; PostgreSQL's driver answers `numeric` as text, so that nothing is lost that a number cannot hold. */
  @Column('numeric', { precision: 6, scale: 5, transformer: { from: Number, to: (share: unknown) => share } })
  target!: number;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('text', { default: 'unknown' })
  state!: Target['state'];

  @Column('double precision', { nullable: true })
  value!: number | null;

  /** The month it was read for, `YYYY-MM`. */
  @Column('text', { nullable: true })
  period!: string | null;

  /** Grows each time it is missed anew. */
  @Column('integer', { default: 0 })
  episode!: number;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;
}
