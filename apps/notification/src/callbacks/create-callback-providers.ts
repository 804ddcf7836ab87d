import { METRICS } from '@motcua/http';
import type { Provider } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { CallbackService } from './callback.service.ts';
import { CALLBACK_SECRETS, type CallbackSecrets } from './callback-secrets.ts';
import { RECORD_REPORT, type RecordReport } from './provider-report.ts';
import { RawCallbackBodies } from './raw-callback-bodies.ts';

/** For the composition root, beside `CallbacksController`; it brings a provider of `RECORD_REPORT`. */
export const createCallbackProviders = (secrets: CallbackSecrets): Provider[] => [
  RawCallbackBodies,
  { provide: CALLBACK_SECRETS, useValue: secrets },
  {
    provide: CallbackService,
    useFactory: (record: RecordReport, metrics: Registry) => new CallbackService(record, metrics),
    inject: [RECORD_REPORT, METRICS],
  },
];
