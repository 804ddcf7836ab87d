import type { Role } from '@motcua/auth';
import { isSamePost, type Person, type Post } from './person.ts';

/** What is practised: the work on dossiers. Whoever leads or operates has nothing to practise on. */
const practised: readonly Role[] = ['counter', 'specialist', 'head'];

/** The same person, who may also go into the training unit, in the roles that they hold. @param unit its code; undefined: there is none */
export function withTraining(person: Person, unit: string | undefined): Person {
  if (unit === undefined) return person;
  const roles = practised.filter((role) => person.posts.some((post) => post.role === role));
  return roles.length === 0 ? person : { ...person, training: roles.map((role) => ({ role, unit })) };
}

/** Every post that somebody may name. None of training is ever taken for them. */
export const listHeldPosts = ({ posts, training = [] }: Person): readonly Post[] => [...posts, ...training];

export const holdsPost = (person: Person, post: Post): boolean => listHeldPosts(person).some((one) => isSamePost(one, post));
