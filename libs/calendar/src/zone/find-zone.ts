import { Zone } from './zone.ts';

const VIETNAM = { since: Date.UTC(1975, 5, 13) / 60_000, offset: 7 * 60 };
const UTC = { since: -Infinity, offset: 0 };
const fixedZones: Partial<Record<string, { since: number; offset: number }>> = {
  'Asia/Ho_Chi_Minh': VIETNAM,
  'Asia/Saigon': VIETNAM,
  UTC,
  'Etc/UTC': UTC,
};

const zones = new Map<string, Zone>();

/** The zone of an IANA name, or undefined where the runtime knows none of that name. Kept for the life of the process. */
export function findZone(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known !== undefined) return known;
  try {
    const zone = new Zone(name, fixedZones[name]);
    zones.set(name, zone);
    return zone;
  } catch {
    return undefined; // Intl answers an unknown name with a RangeError, and has no way to ask first.
  }
}

/** As `findZone`; throws RangeError on an unknown name. */
export function getZone(name: string): Zone {
  const zone = findZone(name);
  if (zone === undefined) throw new RangeError(`Unknown time zone: ${name}`);
  return zone;
}
