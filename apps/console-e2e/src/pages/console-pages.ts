import type { ListedDossier } from '@motcua/contracts';
import type { Page } from 'playwright-core';
import { askAs } from '../api/ask-as.ts';
import { findReason } from '../api/find-reason.ts';
import { receiveDossier, unit } from '../api/receive-dossier.ts';
import { returnDossier } from '../api/return-dossier.ts';
import type { Person } from '../people/accounts.ts';

/** A page of the console as somebody sees it, full or empty. */
export interface ConsolePage {
  /** What its picture is called. */
  readonly name: string;
  /** Undefined: nobody is signed in. */
  readonly person: Person | undefined;
  /** Its address; found out on a page of that person where it names a dossier. */
  readonly path: string | ((page: Page) => Promise<string>);
  /** What is done there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The ten months of 2022 that the scenario is of, and a year of which nobody knows anything. */
const full = 'from=2022-01-01&to=2022-10-31';
const none = 'from=2019-01-01&to=2019-12-31';

const pathOfDossier =
  (tab: string) =>
  async (page: Page): Promise<string> => {
    return `/dossiers/${(await findDossier(page)).dossierId}?tab=${tab}`;
  };

/** The newest that was received: a submission has no code, and none of its papers are here yet. */
async function findDossier(page: Page): Promise<ListedDossier> {
  const { dossiers } = await askAs<{ dossiers: ListedDossier[] }>(page, `/v1/dossiers?unit=${unit}&limit=50`);
  const dossier = dossiers.find(({ code }) => code !== null);
  if (dossier === undefined) throw new Error(`${unit} has received no dossier.`);
  return dossier;
}

/** Somebody with a long name who brings what is asked for. */
async function fillInDesk(page: Page): Promise<void> {
  await page.getByLabel('Số định danh', { exact: true }).fill('025185004321');
  await page.getByLabel('Họ và tên').fill('Nguyễn Hoàng Thị Phương Thảo Nguyên');
  await page.getByLabel('Điện thoại', { exact: true }).fill('0912345678');
  await page.getByLabel('Địa chỉ').fill('Khu 7, xã Thanh Ba, tỉnh Phú Thọ');
  await page.getByRole('combobox', { name: /^Thủ tục/ }).fill('khai sinh');
  await page.getByRole('option').first().click();
  await page.getByText(/^Trả kết quả /).waitFor();
}

async function receive(page: Page): Promise<void> {
  await fillInDesk(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^Đã tiếp nhận /).waitFor();
}

/** A supplement request with a list of papers, as its slip says it. */
async function pathOfSlip(page: Page): Promise<string> {
  const { dossierId } = await receiveDossier(page, {
    applicant: { name: 'Nguyễn Hoàng Thị Phương Thảo Nguyên', phone: '0912345678' },
  });
  const papers = [{ name: 'Bản sao Giấy chứng nhận kết hôn của cha, mẹ có chứng thực' }, { name: 'Giấy chứng sinh' }];
  const body = { reasonCode: await findReason(page, 'request-supplement'), desk: { papers } };
  await askAs(page, `/v1/dossiers/${dossierId}/request-supplement`, { method: 'POST', body });
  return `/dossiers/${dossierId}/slips/2`;
}

const applicant = { name: 'Nguyễn Hoàng Thị Phương Thảo Nguyên', phone: '0912345678', idNumber: '025185004321' };

/** Of a dossier that is over, so that its applicant may be erased. */
const pathOfReturned = async (page: Page): Promise<string> => `/dossiers/${(await returnDossier(page, { applicant })).dossierId}`;

/** Whoever looks has asked for it. */
async function pathOfErasure(page: Page): Promise<string> {
  const { dossierId } = await returnDossier(page, { applicant });
  const body = { ground: 'applicant-asked' };
  await askAs(page, `/v1/dossiers/${dossierId}/applicant-erasure`, { method: 'POST', body });
  return `/dossiers/${dossierId}`;
}

const askForErasure = (page: Page): Promise<void> => page.getByRole('button', { name: 'Đề nghị xóa dữ liệu cá nhân' }).click();

/** What the counter has asked for, on a page before. */
const approveErasure = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Duyệt xóa', exact: true }).first().click();

const correctApplicant = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sửa thông tin người nộp' }).click();

/** A dossier that can be returned once somebody says so, one that there is not, and the same once more. */
async function scanSome(page: Page): Promise<void> {
  const { code } = await receiveDossier(page);
  const field = page.getByRole('textbox', { name: 'Mã hồ sơ hoặc mã QR trên phiếu' });
  for (const text of [code ?? '', 'H44.999-200101-0001']) {
    await field.fill(text);
    await field.press('Enter');
  }
  await page.getByText('không có hồ sơ này ở đơn vị của bạn').waitFor();
}

/** The desk of who practises, and of nobody's dossiers. */
async function train(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản: / }).click();
  await page.getByRole('menuitemradio', { name: 'Tập huấn: Cán bộ tiếp nhận' }).click();
  await page.getByText(/^Đang tập huấn/).waitFor();
  await fillInDesk(page);
}

/** What it means to leave a screen to all who pass by. */
async function askToHang(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Để treo cả ngày' }).click();
  await page.getByRole('dialog').waitFor();
}

const openFirst = (page: Page): Promise<void> => page.getByRole('table').getByRole('link').first().click();

const openMessage = (page: Page): Promise<void> => page.getByText('vn.motcua.dossier.returned.v1', { exact: true }).click();

const emptyDesk = async (page: Page): Promise<void> => {
  await page.getByLabel('Họ và tên').waitFor();
};

/** Every page, in the order of the rails. */
export const consolePages: readonly ConsolePage[] = [
  { name: 'sign-in', person: undefined, path: '/' },
  { name: 'desk-empty', person: 'counter', path: '/quay', act: emptyDesk },
  { name: 'desk', person: 'counter', path: '/quay', act: fillInDesk },
  { name: 'desk-slip', person: 'counter', path: '/quay', act: receive },
  { name: 'slip-supplement', person: 'counter', path: pathOfSlip },
  { name: 'dossier-erasure', person: 'counter', path: pathOfErasure },
  { name: 'dossier-erasure-ask', person: 'counter', path: pathOfReturned, act: askForErasure },
  { name: 'dossier-correction', person: 'counter', path: pathOfReturned, act: correctApplicant },
  { name: 'returns', person: 'counter', path: '/returns', act: scanSome },
  { name: 'fees', person: 'counter', path: '/fees' },
  { name: 'returns-empty', person: 'counter', path: '/returns' },
  { name: 'worklist', person: 'head', path: '/worklist' },
  { name: 'worklist-empty', person: 'head', path: '/worklist?mine=true' },
  { name: 'worklist-offline', person: 'head', path: '/worklist?list=offline' },
  { name: 'worklist-approvals', person: 'head', path: '/worklist?list=approvals' },
  { name: 'worklist-erasure', person: 'head', path: '/worklist?list=approvals', act: approveErasure },
  { name: 'worklist-causes', person: 'head', path: '/worklist?list=causes' },
  { name: 'worklist-absences', person: 'head', path: '/worklist?list=absences' },
  { name: 'dossier', person: 'counter', path: pathOfDossier('documents') },
  { name: 'dossier-clocks', person: 'counter', path: pathOfDossier('clocks') },
  { name: 'dossier-notices', person: 'counter', path: pathOfDossier('notices') },
  { name: 'look-up', person: 'counter', path: async (page) => `/look-up?q=${(await findDossier(page)).code ?? ''}` },
  { name: 'look-up-empty', person: 'counter', path: '/look-up' },
  { name: 'inbox', person: 'head', path: '/inbox' },
  { name: 'inbox-empty', person: 'districtLeader', path: '/inbox' },
  { name: 'board', person: 'districtLeader', path: `/board?${full}` },
  { name: 'board-today', person: 'provinceLeader', path: '/board' },
  { name: 'board-empty', person: 'districtLeader', path: `/board?${none}` },
  { name: 'board-wall', person: 'districtLeader', path: `/board?${full}&wall=true` },
  { name: 'board-wall-hang', person: 'districtLeader', path: `/board?${full}&wall=true`, act: askToHang },
  { name: 'figure-list', person: 'districtLeader', path: `/figures/on-time.closed?${full}&part=rest` },
  { name: 'figure-list-empty', person: 'districtLeader', path: `/figures/on-time.closed?${none}&part=rest` },
  { name: 'indicators', person: 'districtLeader', path: '/indicators' },
  { name: 'periods-empty', person: 'head', path: '/periods' },
  { name: 'report', person: 'delegation', path: `/report?unit=thanh-ba&${full}` },
  { name: 'report-figure', person: 'delegation', path: `/report?unit=thanh-ba&${full}&figure=on-time` },
  { name: 'report-empty', person: 'delegation', path: `/report?unit=thanh-ba&${none}` },
  { name: 'statutory', person: 'delegation', path: `/statutory?unit=thanh-ba&${full}` },
  { name: 'statutory-units', person: 'delegation', path: `/statutory?unit=thanh-ba&${full}&form=ii06b` },
  { name: 'organisation', person: 'admin', path: '/organisation' },
  { name: 'organisation-unit', person: 'admin', path: '/organisation?open=xa-thanh-ba' },
  { name: 'organisation-staff', person: 'admin', path: '/organisation?tab=staff' },
  { name: 'procedures', person: 'admin', path: '/procedures' },
  { name: 'procedure', person: 'admin', path: '/procedures', act: openFirst },
  { name: 'calendars', person: 'admin', path: '/calendars' },
  { name: 'rules-targets', person: 'admin', path: '/rules' },
  { name: 'rules-notices', person: 'admin', path: '/rules?tab=notices' },
  { name: 'rules-templates', person: 'admin', path: '/rules?tab=templates' },
  { name: 'rules-webhooks', person: 'admin', path: '/rules?tab=webhooks' },
  { name: 'operations', person: 'admin', path: '/operations' },
  { name: 'operations-parked', person: 'admin', path: '/operations?tab=parked' },
  { name: 'operations-deliveries', person: 'admin', path: '/operations?tab=deliveries' },
  { name: 'operations-disputed', person: 'admin', path: '/operations?tab=disputed' },
  { name: 'operations-proof', person: 'admin', path: '/operations?tab=proof' },
  { name: 'accounts', person: 'admin', path: '/accounts' },
  { name: 'account', person: 'admin', path: '/accounts?open=xa-thanh-ba.head' },
  { name: 'audit', person: 'auditor', path: '/audit' },
  { name: 'audit-chain', person: 'auditor', path: '/audit?tab=chain' },
  { name: 'events', person: undefined, path: '/docs/events', act: openMessage },
  { name: 'not-found', person: 'counter', path: '/khong-co-trang-nay' },
  // The last of the counter: their session stays in training.
  { name: 'desk-training', person: 'counter', path: '/quay', act: train },
];
