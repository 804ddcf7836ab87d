import { expect, it } from '@jest/globals';
import { readStackFile } from '@motcua/testing/stack';
import pg from 'pg';
import { accounts } from '../people/accounts.ts';
import type { People } from '../people/people.ts';
import { giveCredentials, signIn } from '../people/sign-in.ts';

/** As if they had not been used for longer than a session lives idle. */
async function ageSessions(people: People, sub: string): Promise<void> {
  const { postgres } = await readStackFile(people.stack.home);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    await client.query(`UPDATE gateway.session SET seen_at = seen_at - interval '31 minutes' WHERE person->>'sub' = $1`, [sub]);
  } finally {
    await client.end();
  }
}

export function describeExpiry(people: () => People): void {
  it('asks whoever comes back too late to sign in, and leads them to where they were', async () => {
    const context = await people().stranger();
    const page = await context.newPage();
    await signIn(page, people().stack.url, people().credentialsOf('auditor'));
    await page.goto(`${people().stack.url}/organisation?tab=staff`);
    await page.getByRole('link', { name: 'Cán bộ' }).waitFor();
    await ageSessions(people(), accounts.auditor);
    await people().forget('auditor');

    await page.getByRole('link', { name: 'Thủ tục' }).click();
    await giveCredentials(page, people().credentialsOf('auditor'));
    await page.getByRole('heading', { level: 1, name: 'Thủ tục hành chính' }).waitFor();
    expect(
      people()
        .takeComplaints()
        .filter((one) => !one.endsWith(': 401')),
    ).toEqual([]);
    await context.close();
  });
}
