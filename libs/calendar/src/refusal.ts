/** An expected "no": a stable code for programs, a sentence for people that says what is wrong and where. */
export interface CalendarRefusal {
  readonly code: string;
  readonly message: string;
}

export function refuse(code: string, message: string): { readonly ok: false; readonly error: CalendarRefusal } {
  return { ok: false, error: { code, message } };
}
