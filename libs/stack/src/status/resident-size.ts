import { runTool } from '../processes/run-tool.ts';

/** Memory of a process that lies in RAM; unknown on Windows and for a process that is gone. */
export async function findRssBytes(pid: number): Promise<number | undefined> {
  if (process.platform === 'win32') return undefined;
  const kilobytes = Number((await runTool('ps', ['-o', 'rss=', '-p', String(pid)]))?.trim() ?? Number.NaN);
  return Number.isFinite(kilobytes) ? kilobytes * 1024 : undefined;
}
