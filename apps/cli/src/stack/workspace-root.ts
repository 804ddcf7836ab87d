import { resolve } from 'node:path';

/** The root of the checkout: `apps/cli/{src,dist}/stack` lies four levels below. */
export const workspaceRoot = resolve(import.meta.dirname, '../../../..');
