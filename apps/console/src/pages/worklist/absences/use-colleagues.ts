import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../../../api/reference-queries.ts';
import { useToday } from '../../../ui/use-today.ts';

/** Staff ids of who works in a unit today. */
export function useColleagues(unit: string): readonly string[] {
  const { data: staff = [] } = useQuery(staffQuery);
  const today = useToday();
  return staff
    .filter((one) => one.unit === unit && one.validFrom <= today && (one.validTo === null || one.validTo >= today))
    .map(({ id }) => id)
    .sort();
}
