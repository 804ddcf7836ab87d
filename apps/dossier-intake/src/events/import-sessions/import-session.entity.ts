import type { SessionEnd } from '@motcua/contracts';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A history that is, or was, being loaded. */
@Entity('import_session')
@Check('import_session_ended_by_check', `ended_by IN ('closed', 'abandoned')`)
@Check('import_session_check', '(ended_at IS NULL) = (ended_by IS NULL)')
@Index('import_session_open', ['openedAt'], { where: 'ended_at IS NULL' })
export class ImportSessionEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  source!: string;

  @Column('text')
  unit!: string;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at', default: () => 'now()' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'last_heard_at', default: () => 'now()' })
  lastHeardAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: SessionEnd | null;
}
