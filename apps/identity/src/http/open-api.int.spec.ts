import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findStrangeTextsTaken, findUnrefused, readOpenApi } from '@motcua/testing';
import { createIdentityFixture, type IdentityFixture } from '../testing/identity-fixture.ts';

let fixture: IdentityFixture;
beforeAll(async () => {
  fixture = await createIdentityFixture();
}, 90_000);
afterAll(() => fixture.close());

describe('what the service says of its API', () => {
  it('is a valid document of the accounts, without the pages', async () => {
    const { faults, paths } = await readOpenApi(fixture.url);
    expect(faults).toEqual([]);
    expect(paths).toContain('/v1/accounts/{id}/posts');
    expect(paths.filter((path) => path.startsWith('/identity'))).toEqual([]);
  });

  it('takes no line break, and no other strange character, in any text of one line', async () => {
    expect(
      await findStrangeTextsTaken(fixture.url, (as) => fixture.issuer.token({ ...as }), { id: 'quan-tri', change: 'unlock' }),
    ).toEqual([
      // Passwords are taken as they are typed.
      ...['current', 'next'].map((text) => `PUT /v1/accounts/me/password /${text}`),
    ]);
  }, 120_000);

  it('refuses what no honest client sends', async () => {
    expect(
      await findUnrefused(fixture.url, (as) => fixture.issuer.token({ ...as }), { id: 'quan-tri', change: 'unlock' }),
    ).toEqual([]);
  }, 60_000);
});
