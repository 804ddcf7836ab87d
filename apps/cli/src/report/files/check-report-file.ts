import { ReportFile } from '@motcua/contracts';
import { CliError } from '@motcua/terminal';
import type { GatewayClient } from '@motcua/client';
import { checkTableFile, MoreSheetsError, type CheckedFile } from '@motcua/tables/check';

/** Refused as another one than was written: in a script an exit code of its own. */
const NOT_THE_FILE = 4;

/**
 * A file that was taken out of an installation, checked: that its content is what its last line says, and that the installation wrote a file of that
 * content. @throws CliError `report-file.unreadable`, `report-file.more-sheets`, `report-file.unstamped`,
 * `report-file.changed`, `report-file.unknown`
 */
export async function checkReportFile(
  client: Pick<GatewayClient, 'request'>,
  file: { readonly path: string; readonly bytes: Buffer },
): Promise<ReportFile> {
  const { stamped, found } = await readContent(file);
  if (stamped === null) throw refused('report-file.unstamped', `${file.path} carries no hash: no report, board or list ends so.`);
  if (stamped !== found) {
    const message = `${file.path} was changed after it was written: its content is ${found}, and its last line says ${stamped}.`;
    throw refused('report-file.changed', message);
  }
  return ReportFile.parse(await client.request(`/v1/reports/files/${found}`));
}

async function readContent({ path, bytes }: { readonly path: string; readonly bytes: Buffer }): Promise<CheckedFile> {
  try {
    return await checkTableFile(bytes);
  } catch (cause) {
    if (cause instanceof MoreSheetsError) {
      const message = `${path} has ${String(cause.sheets.length)} sheets (${cause.sheets.join(', ')}): one was written, and nothing is known of others.`;
      throw refused('report-file.more-sheets', message);
    }
    const message = `${path} is neither a workbook nor CSV with semicolons.`;
    throw new CliError({ code: 'report-file.unreadable', message, exitCode: NOT_THE_FILE, cause });
  }
}

const refused = (code: string, message: string): CliError =>
  new CliError({ code, message, hint: 'Take the file out again, and compare the two.', exitCode: NOT_THE_FILE });
