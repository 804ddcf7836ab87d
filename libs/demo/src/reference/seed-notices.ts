import type { PutTarget } from '@motcua/contracts';
import { createGatewayClient, type GatewayClient, retryWhileAway } from '@motcua/client';
import type { StackConnection } from '@motcua/stack';
import { readNotificationRules } from './notification-rules.ts';
import { readReferenceData } from './reference-data.ts';
import { createStaffDirectory } from './staff-directory.ts';

/** Below it, head and leader of the unit are told. */
const TARGET: PutTarget = { target: 0.95, validFrom: '2025-07-01', validTo: null };
const TARGET_INDICATOR = 'on-time.766';
const AT_ONCE = 8;

/** Puts the rules that come with the product, how the invented staff of every unit are reached, and targets for today's units, through the gateway. */
export async function seedNotices({ stack }: { stack: StackConnection }): Promise<void> {
  const client = createGatewayClient(stack, { role: 'admin', subject: 'reference-seed' });
  const { units } = await readReferenceData();
  const rules = (await readNotificationRules()).map((rule) => ({ path: `/v1/notification-rules/${rule.id}`, body: rule }));
  const staff = createStaffDirectory(units).map(({ document, contact }) => ({
    path: `/v1/staff/${encodeURIComponent(document.id)}/contact`,
    body: contact,
  }));
  const targets = units
    .filter(({ validTo, kind }) => validTo === null && (kind === 'commune' || kind === 'province'))
    .map(({ code }) => ({ path: `/v1/targets/${encodeURIComponent(code)}/${TARGET_INDICATOR}`, body: TARGET }));
  for (const documents of [rules, staff, targets]) await putAll(client, documents);
}

interface Put {
  readonly path: string;
  readonly body: unknown;
}

/** A few at a time: order is of no matter within a kind. */
async function putAll(client: GatewayClient, documents: readonly Put[]): Promise<void> {
  const waiting = [...documents];
  const work = async (): Promise<void> => {
    for (let put = waiting.shift(); put !== undefined; put = waiting.shift()) {
      const { path, body } = put;
      await retryWhileAway(() => client.request(path, { method: 'PUT', body }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
