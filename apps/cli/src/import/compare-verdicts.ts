import { toLocalDate } from '@motcua/calendar';
import { listBehindFigure } from '../board/list-behind-figure.ts';
import { type GatewayClient, readWhileAway } from '@motcua/client';
import type { ImportedDossier } from './imported-dossier.ts';
import type { VerdictComparison, VerdictDifference } from './import-report.ts';

const NAMED = 20;
type OverdueCause = 'ONTIME' | 'OVERDUE';

/**
 * Keeps the publisher's verdicts while the file streams by (some 100 bytes a labelled case; the rest of a row is let go) and later
 * compares each with what the system says.
 */
export class PublisherVerdicts {
  readonly #verdicts = new Map<string, OverdueCause>();
  #firstReceipt = Infinity;

  note({ sourceCode, verdict, receivedAt, endedAt }: ImportedDossier): void {
    if (verdict === null) return;
    this.#verdicts.set(sourceCode, verdict);
    this.#firstReceipt = Math.min(this.#firstReceipt, receivedAt, endedAt ?? Infinity);
  }

  /** A case that was rejected is in no system and is not compared. */
  forget(sourceCode: string): void {
    this.#verdicts.delete(sourceCode);
  }

  /** Asks the system, not the file: the lists behind `on-time.766` of the root unit hold each case once, on time or not. */
  async compare(client: GatewayClient, scope: { unit: string; timeZone: string; asOf: number }): Promise<VerdictComparison> {
    if (this.#verdicts.size === 0) return { compared: 0, equal: 0, different: [] };
    const { unit, timeZone, asOf } = scope;
    const query = {
      indicator: 'on-time.766',
      unit,
      from: toLocalDate(timeZone, Math.min(this.#firstReceipt, asOf)),
      to: toLocalDate(timeZone, asOf),
      asOf: new Date(asOf).toISOString(),
    };
    const reader = readWhileAway(client);
    const counted = await listSourceCodes(reader, { ...query, part: 'denominator' });
    const onTime = await listSourceCodes(reader, { ...query, part: 'numerator' });
    return this.#compareWith((code) => (counted.has(code) ? (onTime.has(code) ? 'ONTIME' : 'OVERDUE') : null));
  }

  #compareWith(findCause: (sourceCode: string) => OverdueCause | null): VerdictComparison {
    let equal = 0;
    const different: VerdictDifference[] = [];
    for (const [sourceCode, publisher] of this.#verdicts) {
      const system = findCause(sourceCode);
      if (system === publisher) equal += 1;
      else if (different.length < NAMED) different.push({ sourceCode, publisher, system });
    }
    return { compared: this.#verdicts.size, equal, different };
  }
}

async function listSourceCodes(
  client: Pick<GatewayClient, 'request'>,
  query: Parameters<typeof listBehindFigure>[1],
): Promise<Set<string>> {
  const codes = new Set<string>();
  for await (const page of listBehindFigure(client, query)) {
    for (const { sourceCode } of page.dossiers) if (sourceCode !== null) codes.add(sourceCode);
  }
  return codes;
}
