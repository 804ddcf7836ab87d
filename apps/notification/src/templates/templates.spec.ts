import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dossierEventNames, NoticeChannel, slaEventNames, UnitDocument } from '@motcua/contracts';
import { listTemplates, previewTemplate } from './preview-template.ts';
import { measureSms } from './sms-form.ts';
import { openTemplateBook, TemplateBook } from './template-book.ts';
import type { TemplateError } from './template-error.ts';
import type { Template } from './template.ts';

const book = openTemplateBook();
const languages = ['vi', 'en'] as const;
const channels = NoticeChannel.options;

const aTemplate = (changes: Partial<Template> = {}): Template => ({
  id: 'greeting',
  version: 1,
  name: { vi: 'Lời chào', en: 'Greeting' },
  audience: 'applicant',
  variables: { who: 'name', secret: 'masked?', code: 'code?' },
  sample: { who: 'UBND xã Thanh Ba' },
  vi: {
    subject: 'Chào {{ who }}',
    text: 'Chào {{ who }}{% if secret %} ({{ secret }}){% endif %}{% if code %} {{ code }}{% endif %}',
  },
  en: {
    subject: 'Hello {{ who }}',
    text: 'Hello {{ who }}{% if secret %} ({{ secret }}){% endif %}{% if code %} {{ code }}{% endif %}',
  },
  ...changes,
});

function refusalOf(act: () => unknown): TemplateError {
  try {
    act();
  } catch (error) {
    return error as TemplateError;
  }
  throw new Error('nothing was refused');
}

describe('the templates that ship', () => {
  it('render in both languages and for every channel with their samples', () => {
    for (const { id, sample } of book.list())
      for (const language of languages)
        for (const channel of channels) {
          const { subject, text } = book.render({ template: id, language, channel, variables: sample });
          expect([subject, text].join('\n')).not.toMatch(/\{\{|\{%|undefined|null|\[object/u);
        }
  });

  it('cover every status change of a dossier and every alert', () => {
    // Not sent to applicants: hand-overs inside the administration, and corrections of the record.
    const silent = ['transferred', 'reassigned', 'corrected', 'overdue-judged'];
    const events = [...dossierEventNames, ...slaEventNames].filter((name) => !silent.includes(name));
    expect(events.filter((name) => !book.has(name))).toEqual([]);
    expect(['digest', 'storm-fold', 'threshold', 'webhook'].filter((name) => !book.has(name))).toEqual([]);
  });

  it('say to the applicant when the result will be ready, on the clock of the counter', () => {
    const { subject, text, html } = book.render({
      template: 'received',
      language: 'vi',
      channel: 'mail',
      variables: {
        code: 'H44.32-261123-0007',
        procedure: 'Đăng ký khai sinh',
        unit: 'Ủy ban nhân dân xã Thanh Ba',
        counter: 'Trung tâm Phục vụ hành chính công xã Thanh Ba',
        handlingUnit: 'Ủy ban nhân dân xã Thanh Ba',
        officerName: 'Trần Thị Hạnh',
        telephone: '0210 000 0101',
        receivedAt: '2026-11-23T02:10:00Z',
        due: '2026-11-25T09:30:00Z',
        timeZone: 'Asia/Ho_Chi_Minh',
      },
    });
    expect(subject).toBe('Đã tiếp nhận hồ sơ H44.32-261123-0007');
    expect(text).toBe(
      'Kính gửi tổ chức, cá nhân nộp hồ sơ,\n\nTrung tâm Phục vụ hành chính công xã Thanh Ba đã tiếp nhận hồ sơ mã số H44.32-261123-0007, thủ tục ' +
        '“Đăng ký khai sinh”, lúc 09:10 ngày 23/11/2026.\n\nThời gian hẹn trả kết quả: 16:30 ngày 25/11/2026.\n\n' +
        'Đơn vị giải quyết: Ủy ban nhân dân xã Thanh Ba. Người phụ trách: Trần Thị Hạnh. Điện thoại liên hệ: 0210 000 0101.\n\n' +
        'Tình trạng hồ sơ được tra cứu bằng mã hồ sơ nêu trên.\n\nTrân trọng,\nỦy ban nhân dân xã Thanh Ba\n\n-- \nThư này được gửi tự động, xin vui lòng không trả lời thư.',
    );
    expect(html).toContain('<p>Thời gian hẹn trả kết quả: 16:30 ngày 25/11/2026.</p>');
  });

  it('ask for an opinion where there is a page to give it on, and without one do not point to it', () => {
    const { sample } = book.get('returned');
    const ratingLink = 'https://motcua.example.vn/rate#eyJhbGciOiJIUzI1NiJ9.123456789012_-';
    for (const language of languages) {
      const withLink = book.render({ template: 'returned', language, channel: 'mail', variables: { ...sample, ratingLink } });
      expect(withLink.text).toContain(`:\n\n${ratingLink}\n`);
      expect(withLink.html).toContain(`<a href="${ratingLink}">${ratingLink}</a>`);
      const without = book.render({
        template: 'returned',
        language,
        channel: 'mail',
        variables: { ...sample, ratingLink: null },
      });
      expect(without.text).not.toMatch(/rate#|:\n\n\n/);
    }
  });

  it('write moments in the zone of the dossier', () => {
    const variables = { ...book.get('redated').sample, due: '2016-01-12T21:00:00Z', timeZone: 'America/New_York' };
    const { text } = book.render({ template: 'redated', language: 'en', channel: 'sms', variables });
    expect(text).toContain('now 16:00 on 12 January 2016');
  });

  it('fit two segments as a short message without marks', () => {
    for (const { id, sample, vi } of book.list().filter((template) => template.vi.sms !== undefined)) {
      const { text } = book.render({ template: id, language: 'vi', channel: 'sms', variables: sample });
      expect({ id, ...measureSms(text), vi }).toMatchObject({ encoding: 'GSM-7', segments: expect.any(Number) });
      expect(measureSms(text).segments).toBeLessThanOrEqual(2);
    }
  });

  it('list all dossiers of a digest up to thirty and count the rest', () => {
    const overdue = Array.from({ length: 33 }, (_, n) => ({ code: `H44.32-261101-${1000 + n}`, procedure: 'Đăng ký khai sinh' }));
    const variables = { ...book.get('digest').sample, overdue };
    const { text } = book.render({ template: 'digest', language: 'vi', channel: 'in-app', variables });
    expect(text).toContain('Đã quá hạn (33):');
    expect(text).toContain('- H44.32-261101-1029: Đăng ký khai sinh\n- … và 3 hồ sơ khác');
    expect(text).not.toContain('H44.32-261101-1030');
  });

  it.each([
    ['vi', 'Số tiền phải nộp: 152.000.000 đồng.', 'can nop 152.000.000 dong.'],
    ['en', 'The amount: 152,000,000 VND.', 'please pay 152,000,000 VND.'],
  ] as const)('ask for a payment of as many digits as an ID has (%s)', (language, inMail, inMessage) => {
    const { sample } = book.get('payment-requested');
    for (const amount of [99_999_999, 152_000_000, 1_000_000_000_000])
      for (const channel of channels)
        expect(() =>
          book.render({ template: 'payment-requested', language, channel, variables: { ...sample, amount } }),
        ).not.toThrow();
    const variables = { ...sample, amount: 152_000_000 };
    expect(book.render({ template: 'payment-requested', language, channel: 'mail', variables }).text).toContain(inMail);
    expect(book.render({ template: 'payment-requested', language, channel: 'sms', variables }).text).toContain(inMessage);
  });

  it('give a telephone as the catalogue takes it, however it is written, and none where it is blank', () => {
    const { sample } = book.get('received');
    const render = (telephone: string) =>
      book.render({ template: 'received', language: 'vi', channel: 'mail', variables: { ...sample, telephone } }).text;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 3, maxLength: 15 }), (telephone) => {
        expect(UnitDocument.shape.telephone.safeParse(telephone).success).toBe(true);
        expect(render(telephone)).toContain('Đơn vị giải quyết: ');
      }),
    );
    expect(render('0210 388 5512 (máy lẻ 102)')).toContain(' Điện thoại liên hệ: 0210 388 5512 (máy lẻ 102).');
    expect(render('0210 388 5512;\n0210 388 5513')).toContain(' Điện thoại liên hệ: 0210 388 5512; 0210 388 5513.');
    expect(render(' \t ')).not.toContain('Điện thoại');
  });

  it('say of a refusal before receipt that it is one, and not that a receipt is still to come', () => {
    const variables = { ...book.get('refused').sample, receivedAt: null, code: null };
    const [mail, message] = (['mail', 'sms'] as const).map((channel) =>
      book.render({ template: 'refused', language: 'vi', channel, variables }),
    );
    expect(mail?.subject).toBe('Từ chối tiếp nhận hồ sơ');
    expect(message?.text).toContain('UBND xa Thanh Ba: Ho so khong duoc tiep nhan.');
    const withCode = { ...variables, code: 'H44.101-261123-0007' };
    const { subject, text } = book.render({ template: 'refused', language: 'vi', channel: 'mail', variables: withCode });
    expect(subject).toBe('Từ chối tiếp nhận hồ sơ H44.101-261123-0007');
    for (const shown of [mail?.text, message?.text, text]) expect(shown).not.toMatch(/chưa được|chua duoc/u);
  });

  it('drop variables that a template does not declare, so that a caller may give all it knows', () => {
    const variables = { ...book.get('processed').sample, applicant: 'Nguyễn Văn An', phone: '0912345678' };
    const { values } = book.render({ template: 'processed', language: 'vi', channel: 'zalo', variables });
    // The officer's name is read by the applicant alone: no provider is given it as a value of its own.
    expect(values).toEqual({
      code: 'H44.101-261123-0007',
      counter: 'Trung tâm Phục vụ hành chính công xã Thanh Ba',
      handlingUnit: 'Phòng Văn hóa - Xã hội',
      telephone: '0210 000 0101',
      procedure: 'Cấp bản sao trích lục hộ tịch',
      unit: 'Ủy ban nhân dân xã Thanh Ba',
      occurredAt: '09:10 ngày 23/11/2026',
      link: 'https://dichvucong.example.vn/tra-cuu',
    });
  });

  it('name the variables that are missing, and no value', () => {
    const variables = { ...book.get('extended').sample, newDue: 'the ninth of 0912345678' };
    const refusal = refusalOf(() => book.render({ template: 'extended', language: 'vi', channel: 'mail', variables }));
    expect(refusal.code).toBe('template.variables-invalid');
    expect(refusal.message).toContain('newDue');
    expect(refusal.message).not.toContain('0912345678');
  });
});

describe('a template book', () => {
  const problemsOf = (template: Template) => () => new TemplateBook([template]);
  const withText = (text: string) => aTemplate({ vi: { subject: 'Chào', text } });

  it('does not open with a variable that is not declared', () => {
    expect(problemsOf(withText('{{ nobody }}'))).toThrow(/vi\.text uses "nobody", which "variables" does not declare/);
    expect(problemsOf(withText('{% for x in nobody %}{{ x.code }}{% endfor %}'))).toThrow(/"nobody"/);
  });

  it('does not open with a text that cannot be read or an unknown filter', () => {
    expect(problemsOf(withText('{% if who %}'))).toThrow(/vi\.text cannot be read/);
    expect(problemsOf(withText('{{ who | shout }}'))).toThrow(/shout/);
  });

  it('does not open with a sample that lacks a variable', () => {
    expect(problemsOf(aTemplate({ sample: {} }))).toThrow(/sample cannot be rendered/);
  });

  it('does not open with a telephone number in its text', () => {
    expect(problemsOf(withText('Gọi 0210 388 5512 để biết thêm'))).toThrow(/nine digits/);
  });

  it('does not open with two files of one version, and names all problems at once', () => {
    expect(() => new TemplateBook([aTemplate(), aTemplate(), { ...withText('{{ x }}'), version: 2 }])).toThrow(
      /two files[^]*"x"/,
    );
  });

  it('renders the newest version unless told', () => {
    const versions = new TemplateBook([aTemplate({ version: 2, en: { subject: 'Second', text: 'Second' } }), aTemplate()]);
    const render = (version?: number) =>
      versions.render({ template: 'greeting', version, language: 'en', channel: 'in-app', variables: { who: 'An' } });
    expect([render().template.version, render().text, render(1).text]).toEqual([2, 'Second', 'Hello An']);
    expect(refusalOf(() => render(3)).code).toBe('template.unknown');
  });

  it('escapes what comes from outside in the HTML', () => {
    const { html } = new TemplateBook([aTemplate()]).render({
      template: 'greeting',
      language: 'en',
      channel: 'mail',
      variables: { who: '<img src=x onerror="alert(1)">' },
    });
    expect(html).not.toContain('<img');
    expect(html).toContain('Hello &lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  });
});

describe('personal data', () => {
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
  const idNumber = fc.constantFrom(9, 12).chain(digits);
  const phone = fc.tuple(fc.constantFrom('0', '+84', '84', '(+84) '), digits(9)).map(([prefix, rest]) => prefix + rest);
  const written = fc
    .tuple(fc.oneof(idNumber, phone), fc.constantFrom('', ' ', '.', '-', ' - ', '–'))
    .map(([number, gap]) => number.replace(/(\d{3})(?=\d)/g, `$1${gap}`));
  const greeting = new TemplateBook([aTemplate()]);
  const render = (variables: Record<string, unknown>, language: 'vi' | 'en' = 'vi') =>
    greeting.render({ template: 'greeting', language, channel: 'sms', variables });

  it('cannot be printed through a name, however a number is written', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('', 'CCCD ', 'ông An, '), (number, before) => {
        expect(refusalOf(() => render({ who: `${before}${number}` })).code).toBe('template.variables-invalid');
      }),
    );
  });

  it('is masked by the masked kind to its last three signs', () => {
    fc.assert(
      fc.property(written, (number) => {
        const digitsShown = previewTemplate(greeting, 'greeting', {
          language: 'vi',
          variables: { who: 'An', secret: number },
        }).text.replace(/\D/gu, '');
        expect(digitsShown).toBe(number.replace(/\D/gu, '').slice(-3));
      }),
    );
  });

  it('is refused in the rendered text where two harmless values join into a number', () => {
    const joined = new TemplateBook([aTemplate({ vi: { subject: 'x', text: '{{ who }}{{ who }}' } })]);
    const act = () => joined.render({ template: 'greeting', language: 'vi', channel: 'in-app', variables: { who: '091234' } });
    expect(refusalOf(act).code).toBe('template.personal-data');
  });

  it('cannot be declared harmless by whoever supplies a value', () => {
    const joined = new TemplateBook([aTemplate({ vi: { subject: 'x', text: '{{ who }}{{ who }}' } })]);
    const smuggled = '\uE000091234\uE001';
    const act = () => joined.render({ template: 'greeting', language: 'vi', channel: 'in-app', variables: { who: smuggled } });
    expect(refusalOf(act).code).toBe('template.personal-data');
  });

  it('leaves a procedure’s code alone where its name is not known', () => {
    const variables = { ...book.get('processed').sample, procedure: '1.001193.000.00.00.H44' };
    const { text } = book.render({ template: 'processed', language: 'vi', channel: 'in-app', variables });
    expect(text).toContain('thủ tục “1.001193.000.00.00.H44”');
  });

  it('leaves dossier codes alone, those of other systems too', () => {
    expect(render({ who: 'An', code: '000.17.22.H56-210531-0001' }).text).toBe('Chao An');
    const { text } = greeting.render({
      template: 'greeting',
      language: 'vi',
      channel: 'in-app',
      variables: { who: 'An', code: '101000295613' },
    });
    expect(text).toBe('Chào An 101000295613');
  });
});

describe('a preview', () => {
  it('shows the short message with its encoding, its segments and its length', () => {
    expect(previewTemplate(book, 'processed', { language: 'vi', channel: 'sms' })).toEqual({
      id: 'processed',
      version: 3,
      language: 'vi',
      channel: 'sms',
      subject: 'Hồ sơ H44.101-261123-0007 đã có kết quả',
      text: 'UBND xa Thanh Ba: Ho so H44.101-261123-0007 da co ket qua. Moi den nhan hoac nhan theo hinh thuc da dang ky. LH: 0210 000 0101.',
      html: null,
      sms: { encoding: 'GSM-7', segments: 1, characters: 127 },
    });
  });

  it('counts Unicode where short messages keep their marks', () => {
    const marked = openTemplateBook({ smsUnicode: true });
    expect(previewTemplate(marked, 'processed', { language: 'vi', channel: 'sms' }).sms).toEqual({
      encoding: 'Unicode',
      segments: 2,
      characters: 127,
    });
  });

  it('shows a mail as text and as HTML', () => {
    const { text, html, sms } = previewTemplate(book, 'due-soon', { language: 'en' });
    expect(text).toContain('- Time left: 4 hours of working time');
    expect(html).toContain('<ul><li>Time limit of the dossier: 16:30 on 25 November 2026</li>');
    expect(sms).toBeNull();
  });

  it('lists every template with its variables', () => {
    expect(listTemplates(book).templates.find(({ id }) => id === 'calendar-changed')).toMatchObject({
      version: 1,
      audience: 'staff',
      variables: ['unit', 'dossiers', 'earlier', 'later', 'link'],
    });
  });
});
