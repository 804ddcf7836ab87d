const mark = '.instance-';

/** The client id of one process of a service: the group's coordinator shows it beside each member, whatever state the group is in. */
export const toClientId = (clientId: string, instance: string): string => `${clientId}${mark}${instance}`;

/** Whose member it is; undefined: of a client that does not say, as those of older releases. */
export function findInstance(clientId: string): string | undefined {
  const at = clientId.lastIndexOf(mark);
  return at < 0 ? undefined : clientId.slice(at + mark.length);
}
