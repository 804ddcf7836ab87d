import { HealthChecks, METRICS } from '@motcua/http';
import { Inject, Injectable } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { DigestGate } from './digest-gate.ts';

/** Shows how many units' digests wait until the dossier log has been read up to now, and since when. */
@Injectable()
export class DigestObserver {
  constructor(@Inject(METRICS) metrics: Registry, health: HealthChecks, gate: DigestGate) {
    new Gauge({
      name: 'motcua_digests_waiting_units',
      help: 'Units whose digests wait until the dossier log has been read up to the moment at which they were due.',
      registers: [metrics],
      collect() {
        this.set(gate.waiting.units);
      },
    });
    // They wait for the log and not for us.
    health.add('digests', () => {
      const { units, since } = gate.waiting;
      if (units === 0) return { ready: true };
      const until = `until the dossier log has been read up to ${since ?? 'now'}`;
      return { ready: true, reason: `the digests of ${String(units)} units wait ${until}` };
    });
  }
}
