import { NotificationRule } from '@motcua/contracts';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const file = resolve(import.meta.dirname, '../../../../data/reference/notification-rules.json');

/** The rules that are shipped. */
export const shippedRules = z.array(NotificationRule).parse(JSON.parse(readFileSync(file, 'utf8')));
