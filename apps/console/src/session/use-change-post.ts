import { useQueryClient } from '@tanstack/react-query';
import { choosePost, type Post } from './session.ts';

/** Goes on in another post, on its first page: all that was asked for belongs to the former one. */
export function useChangePost(): (post: Post) => void {
  const client = useQueryClient();
  return (post) =>
    void choosePost(post).then(() => {
      client.clear();
      window.location.assign('/');
    });
}
