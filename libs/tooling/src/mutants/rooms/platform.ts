import type { Check, Mutant } from '../mutant.ts';

/** The log on its way: relay, transport, positions, the audit's chain. */
const kit = (project: string, spec: string, kind: Check['kind'] = 'integration'): Check => ({
  project: `libs/platform/${project}`,
  kind,
  spec,
});

export const platform: readonly Mutant[] = [
  {
    name: 'epoch-ignored',
    bug: 'a consumer that was relieved goes on writing',
    invariant: 'a partition has one writer',
    file: 'libs/platform/kafka/src/offsets/consumer-offset.store.ts',
    from: 'AND next_offset = $6 AND epoch = $7',
    to: 'AND next_offset = $6 AND ($7::bigint IS NOT NULL)',
    check: kit('kafka', 'consumer-offset.store.int'),
  },
  {
    name: 'gap-in-the-log-ignored',
    bug: 'a projection reads on though records it has not read were deleted',
    invariant: 'nothing acknowledged is lost unseen',
    file: 'libs/platform/kafka/src/offsets/check-position.ts',
    from: 'if (nextOffset >= begin && nextOffset <= end) return undefined;',
    to: 'if (nextOffset <= end) return undefined;',
    check: kit('kafka', 'stored-position.int'),
  },
  {
    name: 'topic-made-anew-ignored',
    bug: 'a topic that was deleted and made again is taken for the old one',
    invariant: 'nothing acknowledged is lost unseen',
    file: 'libs/platform/kafka/src/runner/claim-partition.ts',
    from: 'return isReplaced ?',
    to: 'return isReplaced && range.begin > 0n ?',
    check: kit('kafka', 'stored-position.int'),
  },
  {
    name: 'poison-takes-neighbours-along',
    bug: 'of a batch that does not pass both halves are given up with the poison',
    invariant: 'one bad message parks itself alone',
    file: 'libs/platform/kafka/src/runner/chunk-processor.ts',
    from: "return result.kind === 'moved' ? this.process(progress, right, keepAlive, poison) : result;",
    to: 'return result;',
    check: kit('kafka', 'projection-'),
  },
  {
    name: 'open-transaction-overtaken',
    bug: 'the relay publishes past a transaction that has not committed yet',
    invariant: 'nothing acknowledged is lost',
    file: 'libs/platform/outbox/src/relay/event-reader.ts',
    from: 'AND ${table}.xid < pg_snapshot_xmin(pg_current_snapshot())',
    to: '',
    check: kit('outbox', 'relay.int'),
  },
  {
    name: 'lost-tail-unseen',
    bug: 'a broker that has lost the end of its log is not noticed',
    invariant: 'nothing acknowledged is lost',
    file: 'libs/platform/outbox/src/store/acknowledged-offsets.ts',
    from: 'base >= 0n && base <= BigInt(before[String(partition)] ?? -1)',
    to: 'base >= 0n && base < BigInt(before[String(partition)] ?? -1) - 1_000_000n',
    check: kit('outbox', 'store-rules.spec', 'unit'),
  },
  {
    name: 'read-up-to-too-early',
    bug: 'the log says that everything up to a moment is in it while a transaction of before is still open',
    invariant: 'an alert is judged on what was read',
    file: 'libs/platform/outbox/src/relay/relay-progress.ts',
    from: 'if (xmin >= this.#watched.xmax) this.#watched.isOver = true;',
    to: 'this.#watched.isOver = true;',
    check: kit('outbox', 'relay-progress.spec', 'unit'),
  },
  {
    name: 'entry-outside-the-chain',
    bug: 'the hash of an audit entry leaves out whom it was about',
    invariant: 'an entry that is changed afterwards is found',
    file: 'libs/platform/audit/src/sealing/chain.ts',
    from: 'const row = [position, at, sub, role, unit, action, route, about, terms, reason, address, requestId];',
    to: 'const row = [position, at, sub, role, unit, action, route, terms, reason, address, requestId];',
    check: kit('audit', 'audit-log.int'),
  },
];
