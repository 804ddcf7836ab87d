import type { NotificationRule } from '@motcua/contracts';
import { EntitySource } from '@motcua/postgres/entities';
import type { Pool } from 'pg';
import { WebhookEntity } from '../channels/webhooks/webhook.entity.ts';
import { schema } from '../config.ts';
import { RuleEntity } from '../notices/rules/rule.entity.ts';
import { RuleStore } from '../notices/rules/rule.store.ts';
import { StaffEntity } from '../people/staff.entity.ts';
import { TargetEntity } from '../targets/target.entity.ts';

export const entities = [WebhookEntity, RuleEntity, StaffEntity, TargetEntity];

/** The repositories, without the service. */
export const openEntities = (pool: Pool): Promise<EntitySource> => new EntitySource({ pool, schema, entities }).initialize();

/** Enters rules as an administrator does. */
export async function enterRules(pool: Pool, rules: readonly NotificationRule[]): Promise<void> {
  const store = new RuleStore((await openEntities(pool)).getRepository(RuleEntity));
  for (const rule of rules) await store.put(rule);
}
