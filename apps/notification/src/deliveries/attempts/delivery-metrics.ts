import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Pool } from 'pg';
import type { ChannelName, SendResult } from '../../channels/channel.port.ts';
import type { Breakers } from './breakers.ts';

/** What sending tells of itself. */
export interface DeliveryMetrics {
  attempted(channel: ChannelName, outcome: SendResult['outcome'], seconds: number): void;
  ended(channel: ChannelName, state: 'delivered' | 'failed' | 'expired'): void;
  /** A notice went out without the form of its step, which could not be had. */
  formLeftOut(channel: ChannelName): void;
  /** A job for a delivery that was not its worker's to send: taken by another one, or done. */
  idle(channel: ChannelName): void;
}

export function createDeliveryMetrics(registry: Registry): DeliveryMetrics {
  const registers = [registry];
  const attempts = new Histogram({
    name: 'motcua_delivery_attempt_seconds',
    help: 'Time an attempt to send took, by what became of it.',
    labelNames: ['channel', 'outcome'] as const,
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers,
  });
  const ended = new Counter({
    name: 'motcua_deliveries_total',
    help: 'Deliveries that came to an end.',
    labelNames: ['channel', 'state'] as const,
    registers,
  });
  const formsLeftOut = new Counter({
    name: 'motcua_delivery_forms_left_out_total',
    help: 'Notices that went out without the form of their step, which dossier-intake did not give.',
    labelNames: ['channel'] as const,
    registers,
  });
  const idle = new Counter({
    name: 'motcua_delivery_idle_jobs_total',
    help: 'Jobs whose delivery was taken or done already.',
    labelNames: ['channel'] as const,
    registers,
  });
  return {
    attempted: (channel, outcome, seconds) => {
      attempts.observe({ channel, outcome }, seconds);
    },
    ended: (channel, state) => {
      ended.inc({ channel, state });
    },
    formLeftOut: (channel) => {
      formsLeftOut.inc({ channel });
    },
    idle: (channel) => {
      idle.inc({ channel });
    },
  };
}

const backlog = `
SELECT channel, count(*)::int AS due, coalesce(extract(epoch FROM notification.clock_now() - min(not_before)), 0)::float8 AS age
FROM notification.delivery
WHERE state = 'pending' AND not_before <= notification.clock_now()
GROUP BY channel`;

/** How much is due and how long the oldest has waited; which providers are left alone. */
export function observeBacklog(registry: Registry, pool: Pool, breakers: Breakers): void {
  const registers = [registry];
  const age = new Gauge({
    name: 'motcua_delivery_oldest_due_seconds',
    help: 'How long the oldest due delivery has waited.',
    labelNames: ['channel'] as const,
    registers,
  });
  new Gauge({
    name: 'motcua_deliveries_due',
    help: 'Deliveries that are due and not being sent.',
    labelNames: ['channel'] as const,
    registers,
    async collect() {
      const { rows } = await pool.query<{ channel: string; due: number; age: number }>(backlog);
      this.reset();
      age.reset();
      for (const { channel, due, age: seconds } of rows) {
        this.set({ channel }, due);
        age.set({ channel }, seconds);
      }
    },
  });
  new Gauge({
    name: 'motcua_delivery_open_circuits',
    help: 'Providers that are left alone for a while because they failed.',
    registers,
    collect() {
      this.set(breakers.listOpen().length);
    },
  });
}
