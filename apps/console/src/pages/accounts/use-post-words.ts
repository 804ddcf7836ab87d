import type { AccountPost } from '@motcua/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useScope } from '../../scope/use-scope.ts';

/** A post for people: `Chuyên viên, UBND xã Đông Xuân`. */
export function usePostWords(): (post: AccountPost) => string {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { units } = useScope();
  const names = new Map(units.map(({ code, name }) => [code, format.name(name)]));
  return ({ role, unit }) => (unit === undefined ? t(`roles.${role}`) : `${t(`roles.${role}`)}, ${names.get(unit) ?? unit}`);
}
