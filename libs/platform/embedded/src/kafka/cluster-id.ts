import { randomUUID } from 'node:crypto';

/**
 * A new cluster id: 16 random bytes in base64url, as Kafka makes them. Never with a dash in front, which its own command line
 * would take for an option (Kafka's `Uuid.randomUuid` leaves those out for the same reason).
 */
export function createClusterId(createUuid: () => string = randomUUID): string {
  for (;;) {
    const id = Buffer.from(createUuid().replaceAll('-', ''), 'hex').toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
