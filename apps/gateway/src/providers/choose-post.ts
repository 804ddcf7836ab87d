import { ProblemError } from '@motcua/http';
import { toPostName, type Person, type Post } from './person.ts';
import { listHeldPosts } from './training.ts';

/** The header by which a client of the API whose token has several posts says in which it asks. */
export const postHeader = 'motcua-post';

/**
 * The post in which somebody asks: the one they name, or the only one.
 *
 * @param named `role@unit`, or a role that has no unit
 * @throws ProblemError 403 `auth.no-post`, `auth.not-your-post`, 400 `auth.post-needed`; the last two list what may be named
 */
export function choosePost(person: Person, named: string | undefined): Post {
  const { posts } = person;
  const [only, ...others] = posts;
  if (only === undefined) throw noPost();
  if (named === undefined) {
    if (others.length > 0) throw postNeeded(posts);
    return only;
  }
  const held = listHeldPosts(person);
  const post = held.find((one) => toPostName(one) === named);
  if (post === undefined) throw notYourPost(held);
  return post;
}

export const noPost = () =>
  new ProblemError({
    status: 403,
    code: 'auth.no-post',
    titles: { vi: 'Tài khoản chưa được giao vị trí nào', en: 'The account has no post here' },
    detail: {
      vi: 'Hãy đề nghị quản trị viên của đơn vị giao vai trò và đơn vị cho tài khoản này.',
      en: 'Ask the administrator of your unit to give this account a role and a unit.',
    },
  });

export const postNeeded = (posts: readonly Post[]) =>
  new ProblemError({
    status: 400,
    code: 'auth.post-needed',
    titles: { vi: 'Cần chọn một vị trí công tác', en: 'One of several posts has to be chosen' },
    detail: {
      vi: `Hãy nêu một vị trí trong tiêu đề "${postHeader}": ${posts.map(toPostName).join(', ')}.`,
      en: `Name one in the header "${postHeader}": ${posts.map(toPostName).join(', ')}.`,
    },
    extensions: { posts: posts.map(toPostName) },
  });

export const notYourPost = (posts: readonly Post[]) =>
  new ProblemError({
    status: 403,
    code: 'auth.not-your-post',
    titles: { vi: 'Vị trí này không phải của tài khoản', en: 'The account does not hold this post' },
    detail: {
      vi: `Hãy chọn một trong các vị trí: ${posts.map(toPostName).join(', ')}.`,
      en: `Choose one of: ${posts.map(toPostName).join(', ')}.`,
    },
    extensions: { posts: posts.map(toPostName) },
  });
