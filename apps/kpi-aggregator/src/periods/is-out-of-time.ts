import { sqlStateOf } from '@motcua/postgres';

/** The server ends a transaction (25P04) or a statement (57014) that lasts too long. */
const outOfTime = new Set(['25P04', '57014']);

export const isOutOfTime = (error: unknown): boolean => outOfTime.has(sqlStateOf(error) ?? '');
