import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { Sign } from './list-signs.ts';

const states = [
  'starting',
  'running',
  'stopped',
  'refused',
  'fused',
  'failed',
  'standby',
  'active',
  'halted',
  'intact',
  'blown',
] as const;

/** A sign for people; a state that is not known here is said as the service says it. */
export function useSaySign() {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const sayState = (word: string): string => {
    const known = states.find((state) => state === word);
    return known === undefined ? word : t(`states.${known}`);
  };
  return ({ sign, value }: Sign): string => {
    if (typeof value === 'number') return format.count(value);
    return sign === 'movedAt' ? format.moment(value) : value.split(', ').map(sayState).join(', ');
  };
}
