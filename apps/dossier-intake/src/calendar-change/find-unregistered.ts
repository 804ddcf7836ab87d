/** A version of a calendar that is to be followed, or that another one has overtaken before anybody began. */
export interface Registration {
  readonly calendarId: string;
  readonly version: number;
  readonly state: 'planning' | 'superseded';
}

/**
 * Which versions have to be noted: those above the last one noted, the newest to be worked off. Of a calendar that is seen for the
 * first time only the newest, because nobody promised anything under the older ones that it would not see.
 *
 * @param versions known now, oldest first
 * @param last the highest version noted before
 */
export function findUnregistered(
  { id, versions }: { readonly id: string; readonly versions: readonly number[] },
  last: number | undefined,
): Registration[] {
  const newest = versions.at(-1);
  const unknown = versions.filter((version) => (last === undefined ? version === newest : version > last));
  return unknown.map((version) => ({ calendarId: id, version, state: version === newest ? 'planning' : 'superseded' }));
}
