import type { Page } from 'playwright-core';

export interface Credentials {
  readonly name: string;
  readonly password: string;
}

/** Fills in the page of the sign-in, as a person does, and goes on. Where it leads to is for the caller to look at. */
export async function giveCredentials(page: Page, { name, password }: Credentials): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** From the console's address to its first page. */
export async function signIn(page: Page, url: string, credentials: Credentials): Promise<void> {
  await page.goto(url);
  await giveCredentials(page, credentials);
  await page.getByRole('navigation', { name: 'Các trang' }).waitFor();
}
