const maxReasonLength = 2_000;

/** PostgreSQL's `text` and `jsonb` take no NUL character; a poison message may well hold one. */
export const toStorableText = (text: string): string => text.replaceAll('\u0000', '\uFFFD');

/** An error's words, cut to a length somebody reads. Of JSON that is none they quote the text, which is for the dead letter alone. */
export function toReason(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON';
  return toStorableText(error instanceof Error ? error.message : String(error)).slice(0, maxReasonLength);
}
