import { METRICS } from '@motcua/http';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, type Registry } from 'prom-client';
import type { PlannedNotices } from './notification-planner.ts';

/** Notices by rule, what was coalesced, what found nobody, and what was left out with its reason. */
@Injectable()
export class NoticeMetrics {
  readonly #notices: Counter<'rule' | 'recipient'>;
  readonly #skipped: Counter<'rule' | 'reason'>;
  readonly #coalesced: Counter;
  readonly #overtaken: Counter;
  readonly #unaddressed: Counter<'rule'>;

  constructor(@Inject(METRICS) metrics: Registry) {
    const registers = [metrics];
    this.#notices = new Counter({
      name: 'motcua_notices_total',
      help: 'Notices written, by rule and kind of recipient.',
      labelNames: ['rule', 'recipient'],
      registers,
    });
    this.#skipped = new Counter({
      name: 'motcua_notices_skipped_total',
      help: 'Notices that a rule meant and that were not written, by reason.',
      labelNames: ['rule', 'reason'],
      registers,
    });
    this.#coalesced = new Counter({
      name: 'motcua_notices_coalesced_total',
      help: 'Notices sent in the list of another one.',
      registers,
    });
    this.#overtaken = new Counter({
      name: 'motcua_notices_overtaken_total',
      help: 'Deliveries that were not sent because a later event of their dossier made them untrue.',
      registers,
    });
    this.#unaddressed = new Counter({
      name: 'motcua_notices_unaddressed_total',
      help: 'Notices for which nobody was found in the staff directory.',
      labelNames: ['rule'],
      registers,
    });
  }

  count({ written, skipped, coalesced, overtaken }: PlannedNotices): void {
    for (const { rule, recipient } of written) {
      this.#notices.inc({ rule, recipient: recipient.kind });
      if (recipient.kind === 'nobody') this.#unaddressed.inc({ rule });
    }
    for (const { rule, reason } of skipped) this.#skipped.inc({ rule, reason });
    if (coalesced > 0) this.#coalesced.inc(coalesced);
    if (overtaken > 0) this.#overtaken.inc(overtaken);
  }
}
