import type { ScreenOutput } from './redraw.ts';

export interface NoticeOutput extends ScreenOutput {
  /** A line that is to stay above the screen that is redrawn; shown with the next frame. */
  readonly notice: (line: string) => void;
  /** Writes what waits for a frame that will not come. */
  flush(): void;
}

const CLEAR_BELOW = '\u001b[J';

/**
 * Lets lines be said while a screen is redrawn in place. A frame begins by going up and clearing the last one; a line written
 * by itself would shift the cursor and leave rags, so it is put between the clearing and the frame.
 */
export function createNoticeOutput(stream: ScreenOutput): NoticeOutput {
  let waiting: string[] = [];
  const take = (): string => {
    const lines = waiting.map((line) => `${line}\n`).join('');
    waiting = [];
    return lines;
  };
  return {
    // Asked anew for each frame: a window may be made narrower. A terminal that does not know its width says 0.
    get columns() {
      return stream.columns === 0 ? undefined : stream.columns;
    },
    notice: (line) => void waiting.push(line),
    flush() {
      if (waiting.length > 0) stream.write(take());
    },
    write(frame) {
      const cleared = frame.startsWith('\u001b[') ? frame.indexOf(CLEAR_BELOW) + 1 : 0;
      const bodyAt = cleared === 0 ? 0 : cleared - 1 + CLEAR_BELOW.length;
      return stream.write(`${frame.slice(0, bodyAt)}${take()}${frame.slice(bodyAt)}`);
    },
  };
}
