/** The first `limit` rows of pages. The page after the last that is needed is not asked for. */
export async function* takeRows<Row>(pages: AsyncIterable<readonly Row[]>, limit: number): AsyncGenerator<readonly Row[]> {
  let left = limit;
  for await (const page of pages) {
    yield page.slice(0, left);
    left -= page.length;
    if (left <= 0) return;
  }
}
