/** Somebody as the forms name them; what is absent is not known. */
export interface Person {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
}

export interface AuthorisedPerson extends Person {
  readonly address?: string | undefined;
}

export interface Applicant extends Person {
  /** An organisation: its number is its tax or enterprise code. */
  readonly isOrganisation?: boolean | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
}
