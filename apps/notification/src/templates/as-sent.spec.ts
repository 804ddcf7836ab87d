import { expect, it } from '@jest/globals';
import { openTemplateBook } from './template-book.ts';
import { previewTemplate } from './preview-template.ts';

const book = openTemplateBook();

/** As applicants read them: every text that changes is read once more before it is kept (`-u`). */
it.each(book.list().filter(({ audience }) => audience === 'applicant'))(
  '$id reads as it is kept, by mail and as a short message',
  ({ id }) => {
    for (const language of ['vi', 'en'] as const) {
      const { subject, text } = previewTemplate(book, id, { language, channel: 'mail' });
      const short = previewTemplate(book, id, { language, channel: 'sms' });
      const size = `${short.sms?.encoding ?? ''}, ${short.sms?.characters ?? 0} characters, ${short.sms?.segments ?? 0} segments`;
      expect(`${subject}\n\n${text}\n\n[${size}]\n${short.text}`).toMatchSnapshot(language);
      // Whoever pays for two messages says so in the text; nobody pays for more.
      expect(short.sms?.segments ?? 0).toBeLessThanOrEqual(2);
    }
  },
);
