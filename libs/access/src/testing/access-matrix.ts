import { roles, type Actor } from '@motcua/auth';
import { may, mayAnywhere } from '../may.ts';
import type { Action } from '../rules/rules.ts';
import type { RuledRoute } from '../routes/route-rules.ts';

/** What was answered; the body as text or as what it parses to. */
export interface ProbeAnswer {
  readonly status: number;
  readonly body: unknown;
  /** `Cache-Control` */
  readonly caching: string;
}

/** One way to ask for one planted thing. */
export interface Probe {
  /** Such as `GET /v1/dossiers/:id`, as the service lists it. */
  readonly route: string;
  /** Written by hand, not taken from the route: what asking so does. */
  readonly action: Action;
  /** What decides whether `shows` holds, where a part of the answer is for fewer. Absent: `action`. */
  readonly reveals?: Action;
  /** Units from the root to the one it is planted in; absent: it belongs to the installation. */
  readonly path?: readonly string[];
  /** What is answered is the asker's alone: who may do it to anything is let in. */
  readonly isOwn?: boolean;
  /** Asks for it; what is permitted may well be refused as unlawful, but never before who asks is looked at. */
  ask(as: Actor): Promise<ProbeAnswer>;
  /** Of a list that leaves out what one may not see: whether it is in there. Absent: whoever may not is answered 403. */
  readonly shows?: (answer: ProbeAnswer) => boolean;
  /** How it is refused where not even its being there is told. */
  readonly refusal?: 403 | 404;
}

/** Units around a planted thing: its own, the one above, and one beside it. */
export interface Places {
  readonly same: string;
  readonly parent: string;
  readonly sibling: string;
}

const source = 'urn:motcua:matrix';

/** Every role at each of the places; an administrator also bound to none. */
export function listAskers({ same, parent, sibling }: Places): Actor[] {
  const bound = roles.flatMap((role) =>
    [same, parent, sibling].map((unit) => ({
      sub: `${role}-of-${unit}`,
      role,
      unit,
      ...(role === 'source' ? { source } : {}),
    })),
  );
  return [...bound, { sub: 'admin-of-all', role: 'admin' }];
}

/**
 * Asks each probe as everybody.
 *
 * @returns a line for every answer that is not as the table says or that a cache might keep, and for every route that no probe asks for or
 *   that does not name the action which asking for it is. Empty: the service holds to the table.
 */
export async function findAccessFaults(
  routes: readonly RuledRoute[],
  probes: readonly Probe[],
  places: Places,
): Promise<string[]> {
  const faults = [...listUnprobed(routes, probes), ...listMisnamed(routes, probes)];
  for (const probe of probes) {
    for (const asker of listAskers(places)) {
      const answer = await probe.ask(asker);
      if (!answer.caching.includes('no-store')) faults.push(`${probe.route}: a cache may keep it, "${answer.caching}"`);
      const expected = isExpected(probe, asker);
      const seen = isLetIn(probe, answer);
      if (seen === expected) continue;
      const who = `${asker.role} of ${asker.unit ?? 'no unit'}`;
      faults.push(
        `${probe.route} (${probe.reveals ?? probe.action}): ${who} ${expected ? 'is kept out' : 'is let in'}, ${String(answer.status)}`,
      );
    }
  }
  return faults;
}

const isExpected = ({ action, reveals = action, path = [], isOwn = false }: Probe, asker: Actor): boolean =>
  isOwn ? mayAnywhere(asker, action) : may(asker, reveals, path);

function isLetIn({ shows, refusal = 403 }: Probe, answer: ProbeAnswer): boolean {
  if (answer.status === 401 || answer.status >= 500) throw new Error(`an answer that says nothing: ${JSON.stringify(answer)}`);
  if (answer.status === 403) return false;
  return shows === undefined ? answer.status !== refusal : shows(answer);
}

const listUnprobed = (routes: readonly RuledRoute[], probes: readonly Probe[]): string[] =>
  routes
    .filter(({ route, actions }) => actions !== 'public' && !probes.some((probe) => probe.route === route))
    .map(({ route }) => `${route}: nobody has tried who is let in`);

const listMisnamed = (routes: readonly RuledRoute[], probes: readonly Probe[]): string[] =>
  probes.flatMap(({ route, action }) => {
    const found = routes.find((one) => one.route === route);
    if (found === undefined) return [`${route}: there is no such route`];
    return found.actions !== 'public' && found.actions?.includes(action) === true ? [] : [`${route}: does not name ${action}`];
  });
