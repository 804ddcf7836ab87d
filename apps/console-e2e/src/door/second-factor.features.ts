import { it } from '@jest/globals';
import { unit } from '../api/receive-dossier.ts';
import { createHead, giveCode, toCode } from '../people/new-head.ts';
import type { People } from '../people/people.ts';
import { giveCredentials } from '../people/sign-in.ts';

const STEP_MS = 30_000;

export function describeSecondFactor(people: () => People): void {
  it('has a new head choose a password, set up the second step, and give its code at the next sign-in', async () => {
    const { credentials, secret, page } = await createHead(people(), unit);
    await page.context().close();

    const second = await people().stranger();
    const again = await second.newPage();
    await again.goto(people().stack.url);
    await giveCredentials(again, credentials);
    // The one of this half minute was used; the next one counts already.
    await giveCode(again, toCode(secret, Date.now() + STEP_MS));
    await again.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await second.close();
  });
}
