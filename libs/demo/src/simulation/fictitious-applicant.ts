import type { Applicant } from '@motcua/contracts';
import { createFictitiousName } from '../invention/fictitious-name.ts';
import type { Random } from '../invention/random.ts';

/** An invented citizen. The ID begins with 000 and the number with 0000, which nobody has; `.example` is no domain of anybody. */
export function createFictitiousApplicant(random: Random): Applicant {
  const digits = (count: number): string => Array.from({ length: count }, () => random.between(0, 9)).join('');
  return {
    name: createFictitiousName(random),
    idNumber: `000${digits(9)}`,
    phone: `0000${digits(6)}`,
    ...(random.chance(0.95) ? { email: `cong-dan-${digits(5)}@hop-thu.example` } : {}),
    language: random.chance(0.95) ? 'vi' : 'en',
  };
}
