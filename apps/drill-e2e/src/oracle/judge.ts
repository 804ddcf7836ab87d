import { checkAlerts } from './check-alerts.ts';
import { checkDocuments } from './check-documents.ts';
import { checkFigures } from './check-figures.ts';
import { checkLog } from './check-log.ts';
import { checkNotices } from './check-notices.ts';
import { checkSerials } from './check-serials.ts';
import type { Check, Violation } from './violation.ts';

const checks: readonly Check[] = [
  ({ failures }) => failures.map((what): Violation => ({ promise: 'answered', what })),
  checkLog,
  checkFigures,
  checkSerials,
  checkAlerts,
  checkNotices,
  checkDocuments,
  (_, { leaks }) => leaks.map((what): Violation => ({ promise: 'leak', what })),
];

/** All that is not as it was promised; nothing where everything is. */
export const judge: Check = (record, observed) => checks.flatMap((check) => check(record, observed));
