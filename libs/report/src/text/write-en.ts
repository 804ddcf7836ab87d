import type { Period } from '../vocabulary.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { createFigureWriter, showCount, showDate, type Figures } from './words.ts';

/** The article's paragraph in English. */
export function writeEn({ unitName, period }: { unitName: string; period: Period }, figures: Figures): Passage[] {
  const { share, show, showExactly } = createFigureWriter(figures, 'en', { verb: '', above: 'above', below: 'nearly' });
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const parts =
    share('online.district') === undefined
      ? ''
      : write` (partial service ${show('online.partial.district')}, full service ${show('online.full.district')})`;
  return joinPassages(
    [
      write`From ${showDate(period.from, 'en')} to ${showDate(period.to, 'en')}, in ${unitName}: ${
        modern === undefined
          ? write`communes with a modern one-stop shop: ${show('modern-one-stop')}`
          : write`${count(modern)} communes had a modern one-stop shop, ${show('modern-one-stop')}`
      }; the share of procedures received through the one-stop shop: ${show('through-one-stop')}.`,
      write`Dossiers received online: at district level ${show('online.district')}${parts}, at commune level ${show('online.commune')}.`,
      write`Work dossiers handled on the network: at district level ${show('network.district')}, at commune level ${show('network.commune')}.`,
      write`Dossiers settled before or on time: ${show('on-time')}; digitization: ${showExactly('digitized')}.`,
      write`Official mailboxes issued: at district level ${show('mailboxes.district')}, at commune level ${show('mailboxes.commune')}.`,
      write`Satisfaction of citizens and organisations: ${show('satisfaction')}.`,
      iso === undefined
        ? write`The quality system by ISO 9001:2015: ${show('iso-9001')}.`
        : write`The quality system by ISO 9001:2015 was in force in ${[mention('iso-9001', count(iso))]} units.`,
    ],
    ' ',
  );
}

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'en')}/${showCount(denominator, 'en')}`;
