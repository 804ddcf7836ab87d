import type { Remark } from '../remarks/find-remarks.ts';
import type { Report, ReportFigure } from '../to-report.ts';
import { showMoment } from '../text/words.ts';
import { headings, linksOf, showDefinition, showParts, showPeriod, toListLink, type Link } from './words.ts';

export function toMarkdown(report: Report): string {
  const { language, unitName, unit, paragraphs, figures, further, remarks, asOf, link } = report;
  const words = headings[language];
  const known = further.filter(({ missing }) => missing === null);
  return [
    `# ${words.title}`,
    `**${escape(unitName)}** (${escape(unit)}) · ${showPeriod(report)} · ${words.asOf} ${showMoment(asOf, language)}`,
    ...(link === undefined ? [] : [`${words.online}: <${link}>`]),
    ...paragraphs.map(escape),
    `## ${words.figures}`,
    toTable(figures, report),
    ...(known.length === 0 ? [] : [`## ${words.further}`, toTable(known, report)]),
    `## ${words.remarks}`,
    remarks.length === 0
      ? words.noRemarks
      : remarks.map((remark, index) => `${index + 1}. ${toRemark(remark, report)}`).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function toTable(figures: readonly ReportFigure[], report: Report): string {
  const { language } = report;
  const { columns } = headings[language];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = figures.map((figure) =>
    line([
      `${escape(figure.label)} \`${figure.id}\``,
      escape(figure.shown),
      showParts(figure, language),
      escape(showDefinition(figure, language)),
      linksOf(figure, report).map(toMarkdownLink).join(', '),
    ]),
  );
  return [line(columns), line(columns.map(() => '---')), ...rows].join('\n');
}

function toRemark({ text, list, figure }: Remark, { language, link: address }: Report): string {
  const link =
    list === undefined
      ? ''
      : ` ${toMarkdownLink(toListLink(list, language, address === undefined ? undefined : `${address}?figure=${figure}`))}`;
  return `${escape(text)}${link}`;
}

const toMarkdownLink = ({ text, href }: Link): string => (href === undefined ? escape(text) : `[${escape(text)}](<${href}>)`);

/** Names and document numbers are other people's text: they stay text. */
const escape = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
