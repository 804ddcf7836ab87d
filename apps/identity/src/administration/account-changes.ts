import { z } from 'zod';
import type { AccountChange } from './accounts.service.ts';

/** The words of the API's paths, and what they do. */
export const accountChanges = {
  disable: 'disable',
  enable: 'enable',
  unlock: 'unlock',
  'second-factor-reset': 'reset-second-factor',
} as const satisfies Readonly<Record<string, AccountChange['kind']>>;
export type ChangePath = keyof typeof accountChanges;

export const ChangePath = z.enum(Object.keys(accountChanges) as [ChangePath, ...ChangePath[]]); // the keys of a constant
