import { boardAlone } from './session-problems.ts';

/** What a board asks for; nothing of it opens a dossier. */
const boardPaths = [
  ...['/v1/board', '/v1/board/nearest', '/v1/live', '/v1/indicators', '/v1/targets', '/v1/units'],
  // Satisfaction, and what falls due in the next ten days.
  ...['/v1/reports/supervision', '/v1/clocks'],
];

/** @throws ProblemError 403 `auth.wall-session`: somebody stands at a screen that hangs for all to see */
export function checkWall({ method, url }: { readonly method: string; readonly url: string }): void {
  const path = url.split('?', 1)[0] ?? '';
  if (method !== 'GET' || !boardPaths.includes(path)) throw boardAlone();
}
