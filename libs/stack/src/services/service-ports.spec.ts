import { describe, expect, it } from '@jest/globals';
import type { findFreePort } from '@motcua/embedded';
import { choosePorts } from './service-ports.ts';

const services = [{ name: 'intake' }, { name: 'kpi' }, { name: 'gateway', preferredPort: 8080 }];

/** Hands out 20001, 20002, … where the preferred port is taken or promised. */
function portsWithout(...taken: number[]): typeof findFreePort {
  let next = 20_000;
  return (wish) => {
    const unusable = [...taken, ...(wish?.not ?? [])];
    return Promise.resolve(wish?.prefer === undefined || unusable.includes(wish.prefer) ? ++next : wish.prefer);
  };
}

describe('choosePorts', () => {
  it('gives the gateway the port it prefers, and any to the others', async () => {
    expect(await choosePorts(services, {}, portsWithout())).toEqual({ intake: 20_001, kpi: 20_002, gateway: 8080 });
  });

  it('keeps the ports of the last run', async () => {
    const last = { intake: 30_001, kpi: 30_002, gateway: 30_003 };
    expect(await choosePorts(services, last, portsWithout())).toEqual(last);
  });

  it('replaces only the port that is taken by now', async () => {
    const last = { intake: 30_001, kpi: 30_002, gateway: 8080 };
    expect(await choosePorts(services, last, portsWithout(30_002))).toEqual({ ...last, kpi: 20_001 });
  });

  it('gives no port to two services', async () => {
    const ports = await choosePorts(services, { intake: 8080 }, portsWithout());
    expect(ports).toEqual({ intake: 8080, kpi: 20_001, gateway: 20_002 });
  });
});
