export interface NoticeOutput {
  write(text: string): unknown;
  /** A line that is to stay above the screen that is redrawn; shown with the next frame. */
  readonly notice: (line: string) => void;
}

const CLEAR_BELOW = '\u001b[J';

/**
 * Lets lines be said while a screen is redrawn in place. A frame begins by going up and clearing the last one; a line written
 * by itself would shift the cursor and leave rags, so it is put between the clearing and the frame.
 */
export function createNoticeOutput(stream: { write(text: string): unknown }): NoticeOutput {
  let waiting: string[] = [];
  return {
    notice: (line) => void waiting.push(line),
    write(frame) {
      const cleared = frame.startsWith('\u001b[') ? frame.indexOf(CLEAR_BELOW) + 1 : 0;
      const bodyAt = cleared === 0 ? 0 : cleared - 1 + CLEAR_BELOW.length;
      const lines = waiting.map((line) => `${line}\n`).join('');
      waiting = [];
      return stream.write(`${frame.slice(0, bodyAt)}${lines}${frame.slice(bodyAt)}`);
    },
  };
}
