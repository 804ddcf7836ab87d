import { expect, it } from '@jest/globals';
import { readStackFile } from '@motcua/testing/stack';
import pg from 'pg';
import { until } from '../browser/until.ts';
import { accounts } from '../people/accounts.ts';
import type { People } from '../people/people.ts';
import { giveCredentials, signIn } from '../people/sign-in.ts';

/** As if nobody had used them for so long; half an hour ends one. */
async function ageSessions(people: People, sub: string, minutes: number): Promise<void> {
  const { postgres } = await readStackFile(people.stack.home);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  try {
    await client.query(`UPDATE gateway.session SET seen_at = seen_at - make_interval(mins => $2) WHERE person->>'sub' = $1`, [
      sub,
      minutes,
    ]);
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
    await ageSessions(people(), accounts.auditor, 31);
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

  it('asks whoever does nothing whether they are still there, before anything is lost, and keeps them', async () => {
    const context = await people().stranger();
    const page = await context.newPage();
    await page.clock.install();
    await signIn(page, people().stack.url, people().credentialsOf('auditor'));
    await page.goto(`${people().stack.url}/audit`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await ageSessions(people(), accounts.auditor, 28);
    await page.clock.fastForward('28:00');
    const asked = page.getByRole('dialog', { name: 'Phiên làm việc sắp kết thúc' });
    await asked.getByText(/^Còn [12]:\d\d phút$/).waitFor();

    await asked.getByRole('button', { name: 'Tôi vẫn làm việc' }).press('Enter');
    await asked.waitFor({ state: 'detached' });
    await until(page, `fetch('/auth/session').then((answer) => answer.json()).then(({ idleSeconds }) => idleSeconds > 1700)`);
    await context.close();
  });
}
