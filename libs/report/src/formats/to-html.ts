import type { Remark } from '../remarks/find-remarks.ts';
import type { Report, ReportFigure } from '../to-report.ts';
import { showMoment } from '../text/words.ts';
import { headings, linksOf, showDefinition, showParts, showPeriod, toListLink, type Link } from './words.ts';

/** A page of its own, with nothing to load: it can be kept, sent and printed. */
export function toHtml(report: Report): string {
  const { language, unitName, paragraphs, figures, further, remarks, asOf, link } = report;
  const words = headings[language];
  const known = further.filter(({ missing }) => missing === null);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(words.title)} · ${escape(unitName)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<h1>${escape(words.title)}</h1>
<p><strong>${escape(unitName)}</strong> · ${escape(showPeriod(report))} · ${words.asOf} ${escape(showMoment(asOf, language))}</p>
${link === undefined ? '' : `<p>${words.online}: ${toAnchor({ text: link, href: link })}</p>`}
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
<h2>${words.figures}</h2>
${toTable(figures, report)}
${known.length === 0 ? '' : `<h2>${words.further}</h2>\n${toTable(known, report)}`}
<h2>${words.remarks}</h2>
${remarks.length === 0 ? `<p>${words.noRemarks}</p>` : `<ol>\n${remarks.map((remark) => toItem(remark, report)).join('\n')}\n</ol>`}
</body>
</html>
`;
}

function toTable(figures: readonly ReportFigure[], report: Report): string {
  const { language } = report;
  const head = headings[language].columns.map((title) => `<th scope="col">${escape(title)}</th>`).join('');
  const rows = figures.map(
    (figure) => `<tr id="${escape(figure.id)}"><th scope="row">${escape(figure.label)}</th>
<td class="number">${escape(figure.shown)}</td><td class="number">${showParts(figure, language)}</td>
<td>${escape(showDefinition(figure, language))}</td><td>${linksOf(figure, report).map(toAnchor).join('<br>')}</td></tr>`,
  );
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

const toItem = ({ text, list, figure }: Remark, { language, link }: Report): string =>
  `<li>${escape(text)}${list === undefined ? '' : ` ${toAnchor(toListLink(list, language, link === undefined ? undefined : `${link}?figure=${figure}`))}`}</li>`;

const toAnchor = ({ text, href }: Link): string =>
  href === undefined ? escape(text) : `<a href="${escape(href)}">${escape(text)}</a>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
