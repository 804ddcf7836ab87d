import type { Period } from '../vocabulary.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { createTeller, showCount, showDate, type Figures } from './words.ts';

/** The article's paragraph in English. */
export function writeEn({ unitName, period }: { unitName: string; period: Period }, figures: Figures): Passage[] {
  const { share, tell, tellExactly } = createTeller(figures, 'en', { verb: '', above: 'above', below: 'nearly' });
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const parts =
    share('online.district') === undefined
      ? ''
      : write` (partial service ${tell('online.partial.district')}, full service ${tell('online.full.district')})`;
  return joinPassages(
    [
      write`From ${showDate(period.from, 'en')} to ${showDate(period.to, 'en')}, in ${unitName}: ${
        modern === undefined
          ? write`communes with a modern one-stop shop: ${tell('modern-one-stop')}`
          : write`${count(modern)} communes had a modern one-stop shop, ${tell('modern-one-stop')}`
      }; the share of procedures received through the one-stop shop: ${tell('through-one-stop')}.`,
      write`Dossiers received online: at district level ${tell('online.district')}${parts}, at commune level ${tell('online.commune')}.`,
      write`Work dossiers handled on the network: at district level ${tell('network.district')}, at commune level ${tell('network.commune')}.`,
      write`Dossiers settled before or on time: ${tell('on-time')}; digitization: ${tellExactly('digitized')}.`,
      write`Official mailboxes issued: at district level ${tell('mailboxes.district')}, at commune level ${tell('mailboxes.commune')}.`,
      write`Satisfaction of citizens and organisations: ${tell('satisfaction')}.`,
      iso === undefined
        ? write`The quality system by ISO 9001:2015: ${tell('iso-9001')}.`
        : write`The quality system by ISO 9001:2015 was in force in ${[mention('iso-9001', count(iso))]} units.`,
    ],
    ' ',
  );
}

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'en')}/${showCount(denominator, 'en')}`;
