import pc from 'picocolors';
import type { NoticeOutput } from './notice-output.ts';
import { type Progress, timed } from './progress.ts';

/** What goes on while a screen is drawn: its running step is a line of the screen, everything else goes above it. */
export interface ScreenProgress extends Progress {
  /** The running step and how far it is; undefined while none runs. */
  readonly current: () => string | undefined;
  /** Of a screen that is not drawn any more: from now on everything is said as before it. */
  close(): void;
}

/** @param fallback who says it once the screen is closed */
export function createScreenProgress({ notice }: Pick<NoticeOutput, 'notice'>, fallback: Progress): ScreenProgress {
  let isOpen = true;
  let current: string | undefined;
  const line = (text: string): void => {
    if (isOpen) notice(text);
    else fallback.line(text);
  };
  return {
    line,
    warn(text) {
      if (isOpen) notice(`${pc.yellow('!')} ${text}`);
      else fallback.warn(text);
    },
    step(title, work) {
      if (!isOpen) return fallback.step(title, work);
      current = title;
      const end = (mark: string, note = ''): void => {
        current = undefined;
        line(`${mark} ${title}${note}`);
      };
      const say = (detail: string): void => {
        current = `${title} · ${detail}`;
      };
      return timed(
        () => work(say),
        (seconds) => {
          end(pc.green('✓'), pc.dim(` ${seconds}`));
        },
        () => {
          end(pc.red('✗'));
        },
      );
    },
    current: () => current,
    close() {
      isOpen = false;
    },
  };
}
