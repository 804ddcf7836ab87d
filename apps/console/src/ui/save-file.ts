/** What has become a file in the page: its media type, and its bytes as they are made. */
export interface MadeFile {
  readonly type: string;
  readonly body: AsyncIterable<string | Uint8Array>;
}

/** Gives a file that was made in the page to whoever asked for it, under a name. */
export async function saveFile({ type, body }: MadeFile, name: string): Promise<void> {
  const pieces: BlobPart[] = [];
  // Of a plain buffer, never a shared one.
  for await (const piece of body) pieces.push(typeof piece === 'string' ? piece : (piece as Uint8Array<ArrayBuffer>));
  saveBlob(new Blob(pieces, { type }), name);
}

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
