import type { DossierSnapshot, FieldReader } from '@motcua/contracts';
import type { ResponsibleUnit } from '@motcua/indicators';

/** How every event of ours says whose dossier it is. */
export type Place = Pick<DossierSnapshot, 'responsibleUnit' | 'responsiblePath' | 'responsibleKind' | 'timeZone'>;

const zones = new Map<string, boolean>();

/** The responsible unit, as every event of ours names it. */
export function readResponsibleUnit(data: FieldReader<Place>): ResponsibleUnit {
  const unit = data.text('responsibleUnit');
  const path = data.texts('responsiblePath');
  if (path.at(-1) !== unit) throw new Error('responsiblePath does not end with responsibleUnit');
  return { unit, path, kind: data.text('responsibleKind') };
}

export function readZone(data: FieldReader<Place>): string {
  const zone = data.text('timeZone');
  if (!isZone(zone)) throw new Error('timeZone is unknown');
  return zone;
}

function isZone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const valid = canFormat(zone);
  zones.set(zone, valid);
  return valid;
}

function canFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}
