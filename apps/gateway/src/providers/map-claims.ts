import { ActorClaims } from '@motcua/auth';
import { isSamePost, type Person, type Post } from './person.ts';
import type { ClaimPath, ProviderSettings } from './provider-settings.ts';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Who the claims of a verified token speak of. What is no post of ours (a role of another system, one without the unit it needs, one that
 * this provider may not give) is left out: a provider serves others too.
 *
 * @throws where they name no subject
 */
export function mapClaims(claims: Claims, { claims: mapping, gives, subjectPrefix }: ProviderSettings): Person {
  const subject = find(claims, mapping.subject);
  if (typeof subject !== 'string' || subject === '') throw new Error(`The claim ${mapping.subject.join('.')} names nobody.`);
  const name = find(claims, mapping.name);
  const stated = find(claims, mapping.posts);
  const candidates = Array.isArray(stated) ? stated.map(asObject) : listRoles(claims, mapping);
  const posts = candidates.flatMap((candidate) => toPost(candidate) ?? []).filter(({ role }) => gives?.includes(role) ?? true);
  return {
    sub: `${subjectPrefix}${subject}`,
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
    posts: posts.filter((post, index) => posts.findIndex((other) => isSamePost(post, other)) === index),
    amr: toTexts(claims['amr']),
  };
}

/** Own members alone: a path must not lead into what every object has. */
function find(claims: Claims, path: ClaimPath): unknown {
  return path.reduce<unknown>(
    (value, name) => (Object.hasOwn(asObject(value), name) ? asObject(value)[name] : undefined),
    claims,
  );
}

const asObject = (value: unknown): Claims => (typeof value === 'object' && value !== null ? (value as Claims) : {});

function listRoles(claims: Claims, mapping: ProviderSettings['claims']): Claims[] {
  const units = toTexts(find(claims, mapping.unit));
  const source = find(claims, mapping.source);
  const names = toTexts(find(claims, mapping.roles)).filter((name) => name.startsWith(mapping.prefix));
  return names.flatMap((prefixed) => {
    const [name = '', ownUnit] = prefixed.slice(mapping.prefix.length).split('@', 2);
    const role = Object.hasOwn(mapping.roleNames, name) ? mapping.roleNames[name] : name;
    const more = role === 'source' ? { source } : {};
    const places = ownUnit === undefined ? units : [ownUnit];
    return places.length === 0 ? [{ role, ...more }] : places.map((unit) => ({ role, unit, ...more }));
  });
}

function toTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string' && one !== '');
  return typeof value === 'string' ? value.split(' ').filter((one) => one !== '') : [];
}

function toPost(candidate: Claims): Post | undefined {
  const actor = ActorClaims.safeParse({ ...candidate, sub: 'of the claims' });
  if (!actor.success) return undefined;
  const { sub: _sub, ...post } = actor.data;
  return post;
}
