import type { Actor } from '@motcua/auth';

/** One of the places a person works at, in one role; or what a legacy system reports as. */
export type Post = Omit<Actor, 'sub'>;

/** Who a provider says somebody is. */
export interface Person {
  readonly sub: string;
  readonly name?: string;
  readonly posts: readonly Post[];
  /** In which they may practise, beside their posts; absent: none. */
  readonly training?: readonly Post[];
  /** How they proved it, where the provider says (RFC 8176). */
  readonly amr: readonly string[];
}

/** As a post is named in a header or shown: `counter@xa-thanh-ba`, `admin`. */
export const toPostName = ({ role, unit }: Post): string => (unit === undefined ? role : `${role}@${unit}`);

export const isSamePost = (one: Post, other: Post): boolean =>
  one.role === other.role && one.unit === other.unit && one.source === other.source;
