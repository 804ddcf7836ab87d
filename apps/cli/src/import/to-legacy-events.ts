import { toDossierEventType, type DossierEventName, type LegacyEvent } from '@motcua/contracts';
import type { ImportedDossier } from './imported-dossier.ts';

/** The events a row stands for. Their ids follow from the dossier's code alone, so a second import adds nothing. */
export function toLegacyEvents(source: string, dossier: ImportedDossier): LegacyEvent[] {
  const { sourceCode, endedAt, receivedAt } = dossier;
  const at = (name: DossierEventName, time: number, data: Partial<LegacyEvent['data']>): LegacyEvent => ({
    specversion: '1.0',
    id: `${sourceCode}/${name}`,
    source,
    type: toDossierEventType(name),
    time: new Date(time).toISOString(),
    data: { sourceCode, ...data },
  });
  const received = at('received', receivedAt, toReceipt(dossier));
  return endedAt === null ? [received] : [received, at('processed', endedAt, {})];
}

function toReceipt({ unit, procedure, field, channel, due }: ImportedDossier): Partial<LegacyEvent['data']> {
  const receipt = { unit, procedure, field, channel };
  if (due === undefined) return receipt;
  return due === null ? { ...receipt, dueKnown: false } : { ...receipt, due: new Date(due).toISOString() };
}
