export type Language = 'vi' | 'en';

/** Which of our two languages an `Accept-Language` header prefers; Vietnamese unless English is wanted more. */
export function preferredLanguage(header: string | undefined): Language {
  const weight = (language: Language) =>
    Math.max(0, ...parseRanges(header ?? '').map((range) => (range.language === language ? range.q : 0)));
  return weight('en') > weight('vi') ? 'en' : 'vi';
}

function parseRanges(header: string) {
  return header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const q = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { language: tag.split('-')[0], q: q === undefined ? 1 : Number(q) };
  });
}
