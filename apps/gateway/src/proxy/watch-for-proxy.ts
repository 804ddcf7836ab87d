import type { HealthChecks } from '@motcua/http';
import type { Logger } from '@motcua/observability';
import type { FastifyInstance } from 'fastify';
import { BlockList, isIPv6 } from 'node:net';
import type { Config } from '../config.ts';

interface Watched {
  readonly server: FastifyInstance;
  readonly health: HealthChecks;
  readonly logger: Logger;
}

/**
 * Behind a proxy that nobody told us of, all callers have one address: what one of them spends of a limit by address, all have spent.
 * That is so when a neighbour (an address of this machine or of a private network) hands on requests and says for whom; a client from
 * outside that writes the same header is none, and counts for nothing. Warned of once; `motcua doctor` reads it of `/health/ready`.
 */
export function watchForProxy({ TRUSTED_PROXY_HOPS: hops }: Config, { server, health, logger }: Watched): void {
  if (hops > 0) return;
  let isBehindProxy = false;
  server.addHook('onRequest', (request, _reply, done) => {
    if (!isBehindProxy && request.headers['x-forwarded-for'] !== undefined && isNeighbour(request.socket.remoteAddress)) {
      isBehindProxy = true;
      logger.warn(
        'requests come through a proxy (X-Forwarded-For) and TRUSTED_PROXY_HOPS is 0: all callers count as one address. Set it to the number of proxies before the gateway',
      );
    }
    done();
  });
  health.add('callers', () => ({ ready: true, details: { toldApart: !isBehindProxy } }));
}

const neighbours = new BlockList();
neighbours.addSubnet('127.0.0.0', 8);
neighbours.addSubnet('10.0.0.0', 8);
neighbours.addSubnet('172.16.0.0', 12);
neighbours.addSubnet('192.168.0.0', 16);
neighbours.addSubnet('169.254.0.0', 16);
neighbours.addSubnet('100.64.0.0', 10); // RFC 6598: what clouds number their load balancers by
neighbours.addAddress('::1', 'ipv6');
neighbours.addSubnet('fc00::', 7, 'ipv6');
neighbours.addSubnet('fe80::', 10, 'ipv6');

/** IPv4 in IPv6 is looked up as what it is. */
export const isNeighbour = (address = ''): boolean => neighbours.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
