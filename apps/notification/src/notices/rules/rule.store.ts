import type { NotificationRule } from '@motcua/contracts';
import { clockNow } from '@motcua/postgres/entities';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { RuleEntity } from './rule.entity.ts';

@Injectable()
export class RuleStore {
  constructor(@InjectRepository(RuleEntity) private readonly rules: Repository<RuleEntity>) {}

  /** Every rule, by id. */
  async list(): Promise<NotificationRule[]> {
    return (await this.rules.find({ order: { id: 'ASC' } })).map(({ document }) => document);
  }

  /** Makes or changes it. */
  async put(rule: NotificationRule): Promise<void> {
    await this.rules.upsert({ id: rule.id, document: rule, updatedAt: clockNow }, ['id']);
  }
}
