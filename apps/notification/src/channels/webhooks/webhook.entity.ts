import { clockNow } from '@motcua/postgres/entities';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A subscription to events. The secret is kept as it is: a signature is made with it each time; sending alone reads it. */
@Entity('webhook')
export class WebhookEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  url!: string;

  @Column('text', { array: true })
  events!: string[];

  @Column('text')
  unit!: string;

  @Column('text', { select: false })
  secret!: string;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: clockNow })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at', default: clockNow })
  updatedAt!: Date;
}
