import fc from 'fast-check';
import type { DigitizationCommand } from '../digitization-command.ts';
import { signatureStatuses } from '../vocabulary.ts';
import type { DocumentList } from '../to-checklist.ts';

export const list: DocumentList = {
  components: [
    { code: 'a', name: { vi: 'A' }, copies: 1, scan: 'asked' },
    { code: 'b', name: { vi: 'B' }, copies: 2, scan: 'asked' },
    { code: 'c', name: { vi: 'C' }, copies: 1, scan: 'exempt', exemptReason: 'comparison-only' },
    { code: 's', name: { vi: 'S' }, copies: 1, scan: 'exempt', exemptReason: 'secret' },
  ],
  results: [{ code: 'r', name: { vi: 'R' } }],
};
const shorter: DocumentList = { components: list.components?.slice(1), results: [] };

const occurredAt = fc.integer({ min: 1, max: 1_000_000 });
const component = fc.constantFrom('a', 'b', 'c', 's', 'nowhere');
const content = fc.constantFrom('1', '2', '3').map((digit) => digit.repeat(64));
// Null: kept by the archive of another system.
const file = fc.record({
  fileId: fc.uuid(),
  sha256: fc.option(content, { nil: null, freq: 3 }),
  signature: fc.constantFrom(...signatureStatuses),
});
const applicantRef = fc.constantFrom('an', 'binh', null);
const part = fc.constantFrom('component' as const, 'result' as const);

const source = fc
  .record({ dossierId: fc.constantFrom('here', 'there'), part, applicantRef, isKept: fc.boolean() })
  .chain((rest) => file.map((it) => ({ ...it, ...rest })));

export const command: fc.Arbitrary<DigitizationCommand> = fc.oneof(
  fc.record({
    type: fc.constant('make-checklist' as const),
    occurredAt,
    list: fc.constantFrom(list, shorter, undefined),
    channel: fc.constantFrom('in-person', 'online'),
  }),
  fc.record({ type: fc.constant('attach-to-component' as const), occurredAt, component, file }),
  fc.record({ type: fc.constant('attach-to-result' as const), occurredAt, result: fc.constantFrom('r', 'ket-qua'), file }),
  fc.record({
    type: fc.constant('reuse' as const),
    occurredAt,
    component,
    source,
    fileId: fc.uuid(),
    dossierId: fc.constant('here'),
    applicantRef,
    ground: fc.constantFrom({ kind: 'content-right' as const }, { kind: 'consent' as const, proof: 'vneid' as const }, null),
  }),
  fc.record({
    type: fc.constant('exempt' as const),
    occurredAt,
    component,
    reason: fc.constantFrom('comparison-only' as const, 'secret' as const, 'online-dossier' as const),
  }),
  fc.record({
    type: fc.constant('check' as const),
    occurredAt,
    part,
    code: fc.constantFrom('a', 'b', 'r'),
    faults: fc.subarray(['count', 'order', 'legibility'] as const),
  }),
);
