/** Cuts a stream of text into its lines, as many at a time as have come. A last line needs no line feed; a BOM is dropped. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  let first = true;
  for await (const chunk of chunks) {
    const text = first && chunk.startsWith('\uFEFF') ? chunk.slice(1) : chunk;
    first = false;
    // Only the new text is searched, so that a line of many chunks is not read again and again.
    if (!text.includes('\n')) {
      rest += text;
      continue;
    }
    const lines = text.split('\n');
    lines[0] = `${rest}${lines[0] ?? ''}`;
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
