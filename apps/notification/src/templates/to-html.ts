import type { Language } from './moments.ts';

const footers: Readonly<Record<Language, string>> = {
  vi: 'Thư này được gửi tự động, xin vui lòng không trả lời thư.',
  en: 'This mail was sent automatically. Please do not reply to it.',
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Paragraphs, lists (lines that begin with “- ”) and links of a plain text as a mail’s HTML. Everything is escaped: a text brings no markup. */
export function toHtml({
  subject,
  text,
  language,
}: {
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
}): string {
  const blocks = text.split(/\n{2,}/u).map(toBlock);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.5;color:#1f2328;max-width:640px;margin:24px auto;padding:0 16px">',
    `<h1 style="font-size:18px;line-height:1.3">${escapeHtml(subject)}</h1>`,
    ...blocks,
    `<p style="font-size:12px;color:#59636e;border-top:1px solid #d1d9e0;padding-top:8px">${footers[language]}</p>`,
    '</body></html>',
  ].join('\n');
}

/** Of the plain part of a mail. */
export const withFooter = (text: string, language: Language): string => `${text}\n\n-- \n${footers[language]}`;

function toBlock(block: string): string {
  const lines = block.split('\n');
  const firstItem = lines.findIndex((line) => line.startsWith('- '));
  if (firstItem < 0) return paragraph(lines);
  const items = lines.slice(firstItem).map((line) => `<li>${toInline(line.replace(/^- /u, ''))}</li>`);
  return `${firstItem > 0 ? paragraph(lines.slice(0, firstItem)) : ''}<ul>${items.join('')}</ul>`;
}

const paragraph = (lines: readonly string[]): string => `<p>${lines.map(toInline).join('<br>')}</p>`;

/** The one markup of a line: its web addresses become links. */
function toInline(line: string): string {
  return escapeHtml(line).replace(/https?:\/\/[^\s<>]+[^\s<>.,;:!?)]/gu, (address) => `<a href="${address}">${address}</a>`);
}
