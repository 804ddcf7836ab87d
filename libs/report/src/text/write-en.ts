import type { Period } from '../vocabulary.ts';
import { createFigureWriter, noData, showCount, showDate, showShare, type Figures } from './words.ts';

/** The article's paragraph in English. */
export function writeEn({ unitName, period }: { unitName: string; period: Period }, figures: Figures): string {
  const { share, write, writeExactly } = createFigureWriter(figures, 'en', { verb: '', above: 'above', below: 'nearly' });
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const parts =
    share('online.district') === undefined
      ? ''
      : ` (partial service ${write('online.partial.district')}, full service ${write('online.full.district')})`;
  return [
    `From ${showDate(period.from, 'en')} to ${showDate(period.to, 'en')}, in ${unitName}: `.concat(
      modern === undefined
        ? `communes with a modern one-stop shop: ${noData.en}; `
        : `${count(modern)} communes had a modern one-stop shop, ${showShare(modern, 0, 'en')}; `,
      `the share of procedures received through the one-stop shop: ${write('through-one-stop')}.`,
    ),
    `Dossiers received online: at district level ${write('online.district')}${parts}, at commune level ${write('online.commune')}.`,
    `Work dossiers handled on the network: at district level ${write('network.district')}, at commune level ${write('network.commune')}.`,
    `Dossiers settled before or on time: ${write('on-time')}; digitization: ${writeExactly('digitized')}.`,
    `Official mailboxes issued: at district level ${write('mailboxes.district')}, at commune level ${write('mailboxes.commune')}.`,
    `Satisfaction of citizens and organisations: ${write('satisfaction')}.`,
    iso === undefined
      ? `The quality system by ISO 9001:2015: ${noData.en}.`
      : `The quality system by ISO 9001:2015 was in force in ${count(iso)} units.`,
  ].join(' ');
}

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'en')}/${showCount(denominator, 'en')}`;
