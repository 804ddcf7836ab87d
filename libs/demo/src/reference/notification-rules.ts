import { NotificationRule } from '@motcua/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceRoot } from '@motcua/stack';

/** Who is told of what, as it comes with the product. */
export async function readNotificationRules(): Promise<NotificationRule[]> {
  const text = await readFile(join(workspaceRoot, 'data/reference/notification-rules.json'), 'utf8');
  return z.array(NotificationRule).parse(JSON.parse(text));
}
