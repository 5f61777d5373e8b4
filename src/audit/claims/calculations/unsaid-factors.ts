// What a calculation leaves out because it was said before, or is said nowhere: how many there are, how large one is or how long
// it takes, and what was taken from the result.

import { timeIn } from '../../judge/calendar.ts';
import type { Figure } from '../../types.ts';
import type { Side } from './expression.ts';

const netWords =
  /^[\s*_`]*(?:net|profit|margin|after|netto|gewinn|nach|bénéfice|après|gananci|lucro|kâr|прибыл)/iu;

/** `2 customers at $29 = $55 profit`: of what they pay, something was taken that is not in the calculation. */
export function isNet({ expression, figures }: Side, { passage, end }: Figure): boolean {
  const isTaken = figures.some(
    (f, i) => i > 0 && /[-−–]\s*\(?[$€£¥₹]?\s*$/u.test(passage.text.slice(0, f.start)),
  );
  return expression.kind === 'operation' && !isTaken && netWords.test(passage.text.slice(end, end + 16));
}

/** `At $75/hour = $10,425/month`, `5 MB average = 2 GB`: how many there are was said before. */
export function isOfEach(figure: Figure | undefined): boolean {
  if (figure === undefined) return false;
  const { text } = figure.passage;
  const isRate = /(?:^|[^\p{L}])(?:at|@|bei|à|a)[\s*_`]*$/iu.test(
    text.slice(Math.max(0, figure.start - 6), figure.start),
  );
  return (
    isRate ||
    /^[\s*_`(]*(?:average|avg|each|im schnitt|je|en moyenne|chacun|de media|em média|ortalama)(?!\p{L})/iu.test(
      text.slice(figure.end, figure.end + 16),
    )
  );
}

/** `1,000 users × 10 clips = 500 MB`: how large one is was said before. */
export function isOfUnsaidSize({ figures }: Side, stated: Figure): boolean {
  const isCount = (f: Figure): boolean =>
    f.unit.factors.length > 0 && f.unit.factors.every((u) => u.atom.kind === 'count');
  return stated.unit.factors.some((u) => u.atom.kind === 'data') && figures.every(isCount);
}

/** `1,250 jobs × $2/hour = $2,500/month`: so many in the month, of an hour each. */
export function isByTheHour({ figures, operators }: Side, stated: Figure): boolean {
  return operators > 0 && figures.some(isHourly) && figures.some(isDone) && timeIn(stated.unit).length > 0;
}

/** `$0.40/10min × 30 sessions = $12/month`: how long one takes is not said. */
export function isOfUnsaidLength({ figures, operators }: Side, stated: Figure): boolean {
  const isTimed = figures.some(
    (f) =>
      f.unit.factors.some((u) => u.power < 0 && u.atom.kind === 'time') && (f.perCount > 1 || !isHourly(f)),
  );
  const isSaid = figures.some((f) => f.unit.factors.some((u) => u.power > 0 && u.atom.kind === 'time'));
  return operators > 0 && isTimed && !isSaid && figures.some(isDone) && timeIn(stated.unit).length > 0;
}

function isHourly({ unit }: Figure): boolean {
  return unit.factors.some((u) => u.power < 0 && u.atom.name === 'hour');
}

function isDone({ unit, noun }: Figure): boolean {
  return unit.factors.length > 0 && unit.factors.every((u) => u.atom.kind === 'count') && events.test(noun);
}

/** What is done so many times a month, and not what is there all month. */
const events =
  /^(?:jobs?|runs?|builds?|sessions?|calls?|requests?|tests?|tasks?|executions?|meetings?|trainings?|renders?|scans?|tickets?|läufe|aufträge)$/;
