import type { About } from './about.ts';
import { writeBacklog } from './on-time-rules.ts';
import { joinPassages, mention, write, type Passage } from './passage.ts';
import { serviceLevelsOf } from './service-levels.ts';
import { createFigureWriter, showCount, showDate, type Figures } from './words.ts';

/** The article's paragraph in English. */
export const writeEn = (about: About, figures: Figures): Passage[] =>
  joinPassages(about.unitKind === 'commune' ? writeCommune(about, figures) : writeDistrict(about, figures), ' ');

const createWriter = (figures: Figures) => createFigureWriter(figures, 'en', { verb: '', above: 'above', below: 'nearly' });

const opening = ({ unitName, period }: About): string =>
  `From ${showDate(period.from, 'en')} to ${showDate(period.to, 'en')}, in ${unitName}: `;

function writeDistrict(about: About, figures: Figures): Passage[][] {
  const { share, show } = createWriter(figures);
  const modern = share('modern-one-stop');
  const iso = share('iso-9001');
  const levels = serviceLevelsOf(about.period);
  const parts =
    share('online.district') === undefined
      ? ''
      : write` (${levels.partial.en}: ${show('online.partial.district')}, ${levels.full.en}: ${show('online.full.district')})`;
  return [
    write`${opening(about)}${
      modern === undefined
        ? write`communes with a modern one-stop shop: ${show('modern-one-stop')}`
        : write`${count(modern)} communes had a modern one-stop shop, ${show('modern-one-stop')}`
    }; the share of procedures received through the one-stop shop: ${show('through-one-stop')}.`,
    write`Dossiers received online: at district level ${show('online.district')}${parts}, at commune level ${show('online.commune')}.`,
    write`Work dossiers handled on the network: at district level ${show('network.district')}, at commune level ${show('network.commune')}.`,
    writeHandling(about, figures),
    write`Official mailboxes issued: at district level ${show('mailboxes.district')}, at commune level ${show('mailboxes.commune')}.`,
    writeSatisfaction(figures),
    iso === undefined
      ? write`The quality system by ISO 9001:2015: ${show('iso-9001')}.`
      : write`The quality system by ISO 9001:2015 was in force in ${[mention('iso-9001', count(iso))]} units.`,
  ];
}

/** Of one commune: nothing is said of levels, and a yes or no is no share. */
function writeCommune(about: About, figures: Figures): Passage[][] {
  const { share, show } = createWriter(figures);
  return [
    write`${opening(about)}the one-stop shop ${sayYesOrNo('modern-one-stop', {
      yes: 'is a modern one',
      no: 'is not yet a modern one',
      unknown: 'as a modern one: no data yet',
    })}; the share of procedures received through it: ${show('through-one-stop')}.`,
    write`Dossiers received online: ${show('online.commune')}.`,
    write`Work dossiers handled on the network: ${show('network.commune')}.`,
    writeHandling(about, figures),
    write`Official mailboxes issued: ${show('mailboxes.commune')}.`,
    writeSatisfaction(figures),
    write`The quality system by ISO 9001:2015: ${sayYesOrNo('iso-9001', {
      yes: 'in force',
      no: 'not there, or no longer in force',
      unknown: 'no data yet',
    })}.`,
  ];

  function sayYesOrNo(id: 'modern-one-stop' | 'iso-9001', words: Record<'yes' | 'no' | 'unknown', string>): Passage[] {
    const found = share(id);
    return [mention(id, words[found === undefined ? 'unknown' : found.numerator > 0 ? 'yes' : 'no'])];
  }
}

/** The rate never without what it leaves out. */
function writeHandling({ backlog }: About, figures: Figures): Passage[] {
  const { show, showExactly } = createWriter(figures);
  return write`Dossiers settled before or on time: ${show('on-time')}${writeBacklog(backlog, 'en')}; digitization: ${showExactly('digitized')}.`;
}

const writeSatisfaction = (figures: Figures): Passage[] =>
  write`Satisfaction of citizens and organisations: ${createWriter(figures).show('satisfaction')}.`;

const count = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
  `${showCount(numerator, 'en')}/${showCount(denominator, 'en')}`;
