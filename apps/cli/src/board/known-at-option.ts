import { parseAsOf } from '@motcua/terminal/as-of';
import { Option } from 'commander';

/** `--known-at` of figures. */
export const knownAtOption = (): Option =>
  new Option(
    '--known-at <moment>',
    'only what had been recorded by then, recomputed from the log, ISO 8601 with an offset; "close": as a closed month was reported',
  );

/** As the API takes it. */
export const toKnownAt = (text: string | undefined): string | undefined =>
  text === undefined || text === 'close' ? text : new Date(parseAsOf(text)).toISOString();
