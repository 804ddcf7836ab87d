import { describe, expect, it } from '@jest/globals';
import { measureSms } from './sms-form.ts';
import { openTemplateBook } from './template-book.ts';

const book = openTemplateBook();

describe('the templates that give a reason', () => {
  const planned = ['refused', 'supplement-requested', 'extended', 'apologised', 'stopped'];
  const render = (template: string, language: 'vi' | 'en', channel: 'mail' | 'sms' | 'zalo', more: object = {}) =>
    book.render({ template, language, channel, variables: { ...book.get(template).sample, ...more } });

  it.each(planned)('name it in the reader’s language and repeat what was written: %s', (template) => {
    const { reason } = book.get(template).sample as { reason: { vi: string; en: string } };
    const text = 'Thiếu <b>bản chính</b> & bản sao';
    for (const language of ['vi', 'en'] as const) {
      const { text: plain, html } = render(template, language, 'mail', { reasonText: text });
      expect(plain).toContain(`: ${reason[language]}.\n`);
      expect(plain).toContain(`: ${text}\n`);
      expect(html).toContain('Thiếu &lt;b&gt;bản chính&lt;/b&gt; &amp; bản sao');
    }
    expect(render(template, 'vi', 'sms').text).toMatch(/Ly do: /);
  });

  it.each(planned)('leave it out where none is known: %s', (template) => {
    for (const language of ['vi', 'en'] as const) {
      const { text } = render(template, language, 'mail', { reason: null, reasonText: null });
      expect(text).not.toMatch(/Lý do:|The reason:|Nội dung cụ thể|In detail|\n{3}/);
    }
  });

  it.each(planned)('hold their short form to two segments, however much was written: %s', (template) => {
    const { text } = render(template, 'vi', 'sms', { reasonText: 'Đề nghị bổ sung giấy tờ. '.repeat(80) });
    expect(text).toContain('...');
    expect(measureSms(text).segments).toBeLessThanOrEqual(2);
  });

  it.each(planned)('give no provider what was written as a value of its own: %s', (template) => {
    const { values } = render(template, 'vi', 'zalo', { reasonText: 'chỉ cho người nộp' });
    expect(JSON.stringify(values)).not.toContain('chỉ cho người nộp');
    expect(Object.keys(values)).toContain('reason');
  });

  it('mask numbers of people in what was written, in every form', () => {
    for (const channel of ['mail', 'sms'] as const) {
      const { text } = render('refused', 'vi', channel, { reasonText: 'Gọi 0912 345 678 gặp bà Hoa' });
      expect(text).not.toContain('345');
      expect(text).toMatch(/678 g/);
    }
  });

  it('take line ends as spaces, and nothing else that steers a screen', () => {
    expect(render('refused', 'vi', 'mail', { reasonText: 'một\r\nhai\tba' }).text).toContain(': một hai ba\n');
    for (const bad of ['a\u0000b', 'a\u001B[2J', 'a\u202Eb', 'x'.repeat(2_001), ' ']) {
      const act = () => render('refused', 'vi', 'mail', { reasonText: bad });
      expect(act).toThrow(expect.objectContaining({ code: 'template.variables-invalid' }));
    }
  });

  it('still know their first versions, for notices that were made with them', () => {
    for (const template of planned.filter((name) => name !== 'apologised')) {
      const { sample } = book.get(template, 1);
      const { text } = book.render({ template, version: 1, language: 'vi', channel: 'mail', variables: sample });
      expect(text).toMatch(/theo nội dung ghi trên phiếu|Lý do được nêu tại/);
    }
  });
});
