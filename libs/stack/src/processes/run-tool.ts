import { startChild, type ChildCommand } from '@motcua/embedded';

/** What a tool printed, `undefined` when it is not there or fails; on Windows through the shell, which knows `.cmd` files. */
export async function runTool(file: string, args: readonly string[], user?: ChildCommand['user']): Promise<string | undefined> {
  const windows = process.platform === 'win32' && !file.endsWith('.exe');
  const lines: string[] = [];
  try {
    const tool = await startChild({
      file: windows ? 'cmd.exe' : file,
      args: windows ? ['/c', file, ...args] : args,
      user,
      onLine: (line) => lines.push(line),
    });
    const { code } = await tool.exited;
    return code === 0 ? lines.join('\n') : undefined;
  } catch {
    return undefined;
  }
}
