import { resolve } from 'node:path';

/** The root of the checkout: `libs/stack/{src,dist}/state` lies four levels below. */
export const workspaceRoot = resolve(import.meta.dirname, '../../../..');
