import type { Applicant } from '@motcua/contracts';

/** What others may see: that there is an applicant, and enough to recognise a number one already knows. */
export function maskApplicant({ name, idNumber, phone, email, address }: Applicant): Partial<Applicant> {
  return {
    name: maskName(name),
    ...(idNumber === undefined ? {} : { idNumber: maskNumber(idNumber) }),
    ...(phone === undefined ? {} : { phone: maskNumber(phone) }),
    ...(email === undefined ? {} : { email: '***' }),
    ...(address === undefined ? {} : { address: '***' }),
  };
}

/** `Nguyễn Hà` → `N*** H***`. */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => `${word.charAt(0)}***`)
    .join(' ');

/** The last three characters, and none where that would be nearly all. */
const maskNumber = (number: string): string => (number.length > 5 ? `***${number.slice(-3)}` : '***');
