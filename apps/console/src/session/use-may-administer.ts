import { useSession } from './session-context.ts';

/** Whether the post writes reference data and operates: an administrator who is bound to no unit. */
export function useMayAdminister(): boolean {
  const { role, unit } = useSession().post;
  return role === 'admin' && unit === undefined;
}
