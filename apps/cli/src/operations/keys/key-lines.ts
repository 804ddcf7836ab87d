import pc from 'picocolors';
import { formatCount, toTable } from '@motcua/terminal';
import type { KeyUse } from './rotate-keys.ts';

const columns = ['BIẾN / VARIABLE', 'KHÓA / KEY', 'DÙNG CHO / USED FOR', 'SỐ LƯỢNG / COUNT'];

/** Which key is used for what, and of each that no longer writes whether it may be removed. */
export function toKeyLines(uses: readonly KeyUse[]): string[] {
  const rows = uses.map(({ variable, keyId, what, isActive, count }) => [
    variable,
    keyId === null ? '–' : `${keyId}${isActive ? ' *' : ''}`,
    keyId === null ? `${what}: chưa mã hóa / not yet encrypted` : what,
    formatCount(count),
  ]);
  return [
    ...toTable(
      columns.map((title) => ({ title })),
      rows,
    ).split('\n'),
    pc.dim('* đang dùng để ghi / writes'),
    '',
    ...toStatements(uses),
  ];
}

/** A key is one of its variable, whatever it is used for. */
function toStatements(uses: readonly KeyUse[]): string[] {
  const keys = new Map<string, { count: number; isActive: boolean }>();
  for (const { variable, keyId, isActive, count } of uses) {
    if (keyId === null) continue;
    const name = `${variable} ${keyId}`;
    const known = keys.get(name) ?? { count: 0, isActive: false };
    keys.set(name, { count: known.count + count, isActive: known.isActive || isActive });
  }
  const old = [...keys].filter(([, { isActive }]) => !isActive);
  if (old.length === 0) return [`${pc.green('✓')} mọi dữ liệu dùng khóa hiện hành / everything is under the active keys`];
  return old.map(([name, { count }]) =>
    count === 0
      ? `${pc.green('✓')} ${name}: không còn dùng, có thể xóa khi mọi tiến trình đã chạy với khóa mới / used by nothing: may be removed once every instance runs with the new key`
      : `${pc.yellow('!')} ${name}: còn ${formatCount(count)}, chưa được xóa / still opens ${formatCount(count)}: keep it, and run motcua keys rotate`,
  );
}
