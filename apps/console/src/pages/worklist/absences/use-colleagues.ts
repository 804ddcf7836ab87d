import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../../../api/reference-queries.ts';
import { toLocalDate } from '../../../format/dates.ts';

/** Staff ids of who works in a unit today. */
export function useColleagues(unit: string): readonly string[] {
  const { data: staff = [] } = useQuery(staffQuery);
  const today = toLocalDate(Date.now());
  return staff
    .filter((one) => one.unit === unit && one.validFrom <= today && (one.validTo === null || one.validTo >= today))
    .map(({ id }) => id)
    .sort();
}
