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

const parts = [
  'relay',
  'relay events',
  'relay ratings',
  'projection',
  'broadcasts',
  'digests',
  'queue',
  'loops',
  'log-progress',
  'reference',
  'database',
  'topics',
  'store',
] as const;

/** A part of a service for people; one that is not known here is called what the service calls it. */
export function useSayPart() {
  const { t } = useTranslation('operations');
  return (name: string): string => {
    const known = parts.find((part) => part === name);
    return known === undefined ? name : t(`parts.${known}`);
  };
}

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
    return isMoment(sign) ? format.moment(value) : [...new Set(value.split(', '))].map(sayState).join(', ');
  };
}

const isMoment = (sign: Sign['sign']): boolean => sign === 'movedAt' || sign === 'readUpTo';
