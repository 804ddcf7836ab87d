import { BookOpenText, FilePlus2, LayoutDashboard, type LucideIcon } from 'lucide-react';
import type { Words } from '../i18n/vi/index.ts';
import type { Role } from '../session/session.ts';

export interface RailEntry {
  readonly to: '/quay' | '/board' | '/indicators';
  /** Its name in the words of the shell. */
  readonly page: keyof Words['shell']['pages'];
  readonly icon: LucideIcon;
}

const desk: RailEntry = { to: '/quay', page: 'desk', icon: FilePlus2 };
const board: RailEntry = { to: '/board', page: 'board', icon: LayoutDashboard };
const indicators: RailEntry = { to: '/indicators', page: 'indicators', icon: BookOpenText };

/** What stands in the rail of each post, in order; the first is where it lands, and the first four are the phone's bottom bar. */
export const rails: Readonly<Record<Role, readonly [RailEntry, ...RailEntry[]]>> = {
  counter: [desk, board, indicators],
  specialist: [board, indicators],
  head: [board, desk, indicators],
  leader: [board, indicators],
  delegation: [board, indicators],
  auditor: [board, indicators],
  admin: [board, indicators],
};
