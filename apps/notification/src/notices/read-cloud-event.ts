/** The JSON of a message, where it is an object that names its type. */
export function readCloudEvent(value: Buffer | null): { readonly type: string } | undefined {
  if (value === null) return undefined;
  try {
    const body = JSON.parse(value.toString()) as { type?: unknown } | null;
    return typeof body?.type === 'string' ? (body as { type: string }) : undefined;
  } catch {
    return undefined;
  }
}
