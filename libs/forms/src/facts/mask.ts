import type { FormFacts } from './form-facts.ts';
import type { Person } from './person.ts';

/** All but the last three signs hidden: `•••••••••678`. A mark for who knows the number, and nothing to whom else it reaches. */
const mask = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : '•'.repeat(Math.max(0, text.length - 3)) + text.slice(-3);

const maskPerson = <Someone extends Person>(person: Someone): Someone => ({
  ...person,
  ...(person.idNumber === undefined ? {} : { idNumber: mask(person.idNumber) }),
  ...(person.phone === undefined ? {} : { phone: mask(person.phone) }),
});

/** For a copy that leaves the house by mail: personal numbers are masked in notices, whoever receives them (Law 91/2025, TT 01/2018 Art. 16). */
export function maskNumbers(facts: FormFacts): FormFacts {
  const { applicant, authorised } = facts;
  return {
    ...facts,
    ...(applicant === undefined ? {} : { applicant: maskPerson(applicant) }),
    ...(authorised === undefined ? {} : { authorised: maskPerson(authorised) }),
  };
}
