// The words that figures stand among, in the languages that cost analyses are written in: units of time and currencies that
// quantity/ knows by their English names only, joints (`per`, `pro`), and marks of approximation.

import { isBlank, isLetter } from '../../quantity/characters.ts';
import { one, type Unit, unitFromAtom } from '../../quantity/unit.ts';
import { countable, currencyUnit, UnitTable } from '../../quantity/unit-table.ts';

const periods: Readonly<Record<string, string>> = {
  month:
    'monat monate monaten monatlich monatliche monatlichen monatlicher monatliches mtl mois mensuel mensuelle mensuels mensuelles mes meses mensual mensuales mensile mensili mese mesi mês mensal mensais ay aylık ayda aya maand maanden maandelijks maandelijkse miesiąc miesięcznie miesięczny месяц месяца месяцев мес месячный месячная месячные ежемесячно ежемесячный ежемесячная ежемесячные 月 个月 箇月 か月 ヶ月 ヵ月 カ月 月額 毎月 每月 월 개월 monthly months',
  year: 'jahr jahre jahren jährlich jährliche jährlichen jährlicher jährliches jhr p.a. année années ans an annuel annuelle annuels annuelles año años anual anuales anno anni annuale annuali annuo annua annue annui ano anos anuais yıl yıllık yılda yıla jaar jaren jaarlijks jaarlijkse rok rocznie roczny год года году лет годовой годовая годовые ежегодно ежегодный ежегодные 年 年額 每年 年間 년 yearly annually annual annum years',
  day: 'tag tage tagen täglich tägliche täglichen dag dagen dagelijks jour jours j día días dia dias giorno giorni gün günlük день дня дней сутки 日 天 每天 毎日 일 daily days',
  hour: 'stunde stunden std stündlich uur uren heure heures hora horas ora ore saat saatlik час часа часов ч 小时 小時 時間 시간 hourly hours',
  week: 'woche wochen wöchentlich wöchentliche weken wekelijks semaine semaines semana semanas settimana settimane hafta haftalık неделя недели недель 周 週 週間 주 weekly weeks',
  minute: 'minuten minuto minutos dakika минута минуты минут мин 分钟 分 minutes',
  second:
    'sekunde sekunden sek seconde secondes segundo segundos secondo secondi saniye sn секунда секунды секунд сек 秒 秒钟 秒鐘 초 seconds',
  quarter: 'quartal quartale trimestre trimestres çeyrek квартал quarterly',
};

const currencies: Readonly<Record<string, string>> = {
  USD: 'dollar dollars dólar dólares usd us-dollar доллар доллара долларов 美元 美金 ドル 米ドル 달러 dolar',
  EUR: 'euro euros eur евро 欧元 ユーロ 유로 avro',
  GBP: 'pound pounds gbp sterling',
  INR: 'rupee rupees inr rs lakh',
  BRL: 'real reais brl',
  TRY: 'tl lira try ₺',
  RUB: 'руб рублей рубля рубль р rub',
  CNY: '元 人民币 rmb 块 圆 cny yuan',
  JPY: '円 yen jpy 日元',
  KRW: '원 won krw',
  CHF: 'franken sfr chf fr',
  PLN: 'pln',
  CAD: 'cad',
  AUD: 'aud',
};

const users: Readonly<Record<string, string>> = {
  user: 'nutzer benutzer user utilisateur utilisateurs usuario usuarios usuário usuários utente utenti kullanıcı пользователь пользователя пользователей 用户 用戶 人 ユーザー 사용자 명',
  request:
    'anfrage anfragen requête requêtes solicitud solicitudes requisição requisições istek запрос запросов запроса 请求 リクエスト',
};

const table = UnitTable.builtin;
const foreign = new Map<string, Unit>();
for (const [name, words] of [...Object.entries(periods), ...Object.entries(users)]) {
  const unit = table.lookup(name) ?? one;
  for (const word of words.split(' ')) foreign.set(word, unit);
}
const money = new Map<string, Unit>();
for (const [iso, words] of Object.entries(currencies)) {
  const unit = currencyUnit(iso) ?? one;
  for (const word of words.split(' ')) money.set(word, unit);
}

/** Gibibytes are written as `Go`, `Гб` and so on: gigabytes, in other languages. */
const data: ReadonlyMap<string, string> = new Map([
  ['go', 'GB'],
  ['to', 'TB'],
  ['mo', 'MB'],
  ['ko', 'kB'],
  ['gio', 'GiB'],
  ['гб', 'GB'],
  ['тб', 'TB'],
  ['мб', 'MB'],
  ['gb', 'GB'],
  ['tb', 'TB'],
  ['mb', 'MB'],
  ['kwh', 'kWh'],
  ['квт', 'kW'],
]);

/** The period, countable or data unit of a word; `Mo` is a month in English and megabytes in French, and stays a month. */
export function unitWord(word: string): Unit | undefined {
  const known = table.lookup(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  const other = foreign.get(lower) ?? table.lookup(lower);
  if (other !== undefined) return other;
  const size = word === lower ? undefined : data.get(lower);
  return size === undefined ? undefined : table.lookup(size);
}

/** The currency that a word behind a number names. */
export function currencyWord(word: string): Unit | undefined {
  if (/^[A-Z]{3}$/.test(word)) return currencyUnit(word);
  return money.get(word.toLowerCase());
}

/** `$40 per million`: words that say how many a price is for. */
const countWords = new Map<string, number>();
for (const [count, words] of [
  [1e3, 'thousand tausend mille mil mila bin тысячу тысяч'],
  [1e6, 'million millions mio millionen millón millones milhão milhões milione milioni milyon миллион млн'],
  [1e9, 'billion billions milliarde milliard bilhão miliardo milyar миллиард млрд'],
] as const) {
  for (const word of words.split(' ')) countWords.set(word, count);
}

/** How many a word in lower case stands for; undefined for one that is no number. */
export function countWord(word: string): number | undefined {
  return countWords.get(word);
}

const nouns = new Map<string, Unit>();

/** A noun that nobody declared counts for itself. */
export function nounUnit(word: string): Unit {
  const name = word.toLowerCase().replace(/(?<=\p{L}{3})s$/u, '');
  let unit = nouns.get(name);
  if (unit === undefined) {
    unit = unitFromAtom(countable(name));
    // a document of a stranger may hold any number of words
    if (nouns.size < 5000) nouns.set(name, unit);
  }
  return unit;
}

/** `per`, `pro`, `par`: what follows is what the number is for. */
export const joints: ReadonlySet<string> = new Set(
  'per pro je par por al a à an im pr başına в за на each every'.split(' '),
);

/** `$8 y $5`, `3 e 4`: words between two figures, some of which are units when they stand right behind a number. */
export const conjunctions: ReadonlySet<string> = new Set(
  'y e o u i et ou und and or oder ve и или'.split(' '),
);

/** In front of a number, without its dot: about. */
const aboutWords =
  /(?:[~≈∼～約约]|(?<!\p{L})(?:about|around|approx(?:imately)?|roughly|circa|ca|c|nearly|almost|some|etwa|rund|ungefähr|zirka|fast|env(?:iron)?|près de|autour de|quasi|aprox(?:imadamente)?|alrededor de|unos|unas|casi|cerca de|por volta de|quase|cerca|yaklaşık|примерно|около|прибл|порядка))\.?\s*$/iu;
const leastWords =
  /(?:[≥>]|>=|(?<!\p{L})(?:at least|more than|over|above|from|starting at|starts at|mindestens|über|ab|mehr als|au moins|plus de|dès|à partir de|desde|más de|al menos|mais de|a partir de|pelo menos|en az|от|более|свыше))\s*$/iu;
const mostWords =
  /(?:[≤<]|<=|(?<!\p{L})(?:at most|up to|less than|under|below|max(?:imum)?|höchstens|bis zu|unter|weniger als|jusqu'à|moins de|hasta|menos de|até|en fazla|до|менее))\.?\s*$/iu;

/** The words that those end with; every other word in front of a number needs no further look. */
const lastWords = new Set(
  `about around approx approximately roughly circa ca c nearly almost some etwa rund ungefähr zirka fast env environ de quasi aprox
  aproximadamente alrededor unos unas casi cerca por volta quase yaklaşık примерно около прибл порядка least than over above from at
  starts starting mindestens über ab als moins plus dès partir desde más menos mais pelo az от более свыше most to under below max
  maximum höchstens zu unter weniger jusqu'à à hasta até fazla до менее`.split(/\s+/),
);

function mayQualify(text: string): boolean {
  let end = text.length;
  while (end > 0 && (isBlank(text[end - 1]) || text[end - 1] === '.')) end -= 1;
  if (end === 0) return false;
  let start = end;
  while (start > 0 && (isLetter(text.charAt(start - 1)) || text[start - 1] === "'")) start -= 1;
  // most equations end in `=`, which qualifies in `>=` alone
  if (text[end - 1] === '=' && text[end - 2] !== '>' && text[end - 2] !== '<') return false;
  // marks, and letters of scripts without blanks
  if (start === end) return '~≈∼～≥>=≤<'.includes(text.charAt(end - 1)) || text.charAt(end - 1) > '\u2e80';
  return text.charAt(end - 1) > '\u2e80' || lastWords.has(text.slice(start, end).toLowerCase());
}

/** What stands before a figure says how it is meant. */
export function qualifierBefore(text: string): 'about' | 'least' | 'most' | 'none' {
  if (text === '' || !mayQualify(text)) return 'none';
  if (aboutWords.test(text)) return 'about';
  if (leastWords.test(text)) return 'least';
  return mostWords.test(text) ? 'most' : 'none';
}

/** `jährliche`, `mensuelle`: what an amount is for is not what it is of. */
export function isPeriodWord(word: string): boolean {
  const [only, ...more] = unitWord(word)?.factors ?? [];
  const isWord = word.length > 2 || /[\u2e80-\uffff]/u.test(word);
  return isWord && only?.atom.kind === 'calendar' && more.length === 0;
}
