import { METRICS, ProblemError } from '@motcua/http';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, type Registry } from 'prom-client';
import { RECORD_REPORT, type Provider, type ProviderReport, type RecordReport } from './provider-report.ts';
import type { Disbelief } from './signatures.ts';

/** Where callbacks end: disbelieved ones are refused, the rest is recorded; each is counted by what became of it. */
@Injectable()
export class CallbackService {
  readonly #counter: Counter<'provider' | 'outcome'>;

  constructor(
    @Inject(RECORD_REPORT) private readonly record: RecordReport,
    @Inject(METRICS) metrics: Registry,
  ) {
    this.#counter = new Counter({
      name: 'motcua_notification_callbacks_total',
      help: 'Callbacks of providers, by what became of them.',
      labelNames: ['provider', 'outcome'],
      registers: [metrics],
    });
  }

  /** @throws ProblemError 401 `callback.forged`, `callback.stale` */
  believe(provider: Provider, disbelief: Disbelief | undefined): void {
    if (disbelief === undefined) return;
    this.#counter.inc({ provider, outcome: disbelief });
    throw toProblem(disbelief);
  }

  /** What is no final report, or of no delivery of ours, is counted and answered like the rest: trying again would change nothing. */
  async take(provider: Provider, report: ProviderReport | undefined): Promise<void> {
    const outcome = report === undefined ? 'ignored' : await this.record(report);
    this.#counter.inc({ provider, outcome });
  }
}

const toProblem = (disbelief: Disbelief): ProblemError =>
  disbelief === 'forged'
    ? new ProblemError({
        status: 401,
        code: 'callback.forged',
        titles: { vi: 'Chữ ký không hợp lệ', en: 'The signature is not valid' },
        detail: 'Sign the callback with the secret agreed on for this provider.',
      })
    : new ProblemError({
        status: 401,
        code: 'callback.stale',
        titles: { vi: 'Thông báo đã quá thời gian cho phép', en: 'The callback is too old' },
        detail: 'Sign and send the callback anew; set the clock of the sender right.',
      });
