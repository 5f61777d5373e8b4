// The units every plan has. Data, time, power and energy by SI and IEC; countables are each a dimension of their own.
// Factors: SI brochure (decimal prefixes), IEC 80000-13 (binary prefixes: KiB = 1024 bytes, a byte of 8 bits).

import type { Atom, AtomKind } from './unit.ts';

function measured(
  name: string,
  kind: AtomKind,
  dimensions: Readonly<Record<string, number>>,
  numerator: number,
  denominator = 1,
  plural = name,
): Atom {
  return { name, plural, kind, dimensions: new Map(Object.entries(dimensions)), numerator, denominator };
}

const decimalPrefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
const binaryPrefixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const data: Atom[] = [
  measured('bit', 'data', { bit: 1 }, 1, 1, 'bits'),
  measured('byte', 'data', { bit: 1 }, 8, 1, 'bytes'),
  ...decimalPrefixes.flatMap((p, i) =>
    p === ''
      ? []
      : [
          measured(`${p}B`, 'data', { bit: 1 }, 8 * 1000 ** i),
          measured(`${p}bit`, 'data', { bit: 1 }, 1000 ** i),
        ],
  ),
  ...binaryPrefixes.flatMap((p, i) =>
    p === ''
      ? []
      : [
          measured(`${p}B`, 'data', { bit: 1 }, 8 * 1024 ** i),
          measured(`${p}bit`, 'data', { bit: 1 }, 1024 ** i),
        ],
  ),
];

const time: Atom[] = [
  measured('ns', 'time', { second: 1 }, 1, 1e9),
  measured('us', 'time', { second: 1 }, 1, 1e6),
  measured('ms', 'time', { second: 1 }, 1, 1e3),
  measured('second', 'time', { second: 1 }, 1, 1, 'seconds'),
  measured('minute', 'time', { second: 1 }, 60, 1, 'minutes'),
  measured('hour', 'time', { second: 1 }, 3600, 1, 'hours'),
  measured('day', 'time', { second: 1 }, 86400, 1, 'days'),
  measured('week', 'time', { second: 1 }, 604800, 1, 'weeks'),
  measured('workday', 'calendar', { workday: 1 }, 1, 1, 'workdays'),
  measured('month', 'calendar', { month: 1 }, 1, 1, 'months'),
  measured('quarter', 'calendar', { month: 1 }, 3, 1, 'quarters'),
  measured('year', 'calendar', { month: 1 }, 12, 1, 'years'),
];

const powerAndEnergy: Atom[] = ['', 'k', 'M', 'G'].flatMap((p, i) => [
  measured(`${p}W`, 'power', { watt: 1 }, 1000 ** i),
  measured(`${p}Wh`, 'energy', { watt: 1, second: 1 }, 3600 * 1000 ** i),
]);

const countables: readonly (readonly [string, string])[] = [
  ['user', 'users'],
  ['request', 'requests'],
  ['seat', 'seats'],
  ['token', 'tokens'],
  ['vCPU', 'vCPU'],
  ['core', 'cores'],
  ['GPU', 'GPUs'],
  ['server', 'servers'],
  ['node', 'nodes'],
  ['instance', 'instances'],
  ['cluster', 'clusters'],
  ['replica', 'replicas'],
  ['shard', 'shards'],
  ['region', 'regions'],
  ['connection', 'connections'],
  ['message', 'messages'],
  ['email', 'emails'],
  ['event', 'events'],
  ['operation', 'operations'],
  ['query', 'queries'],
  ['transaction', 'transactions'],
  ['session', 'sessions'],
  ['call', 'calls'],
  ['agent', 'agents'],
  ['person', 'people'],
  ['team', 'teams'],
  ['subscriber', 'subscribers'],
  ['customer', 'customers'],
  ['tenant', 'tenants'],
  ['file', 'files'],
  ['object', 'objects'],
  ['image', 'images'],
  ['document', 'documents'],
  ['page', 'pages'],
  ['site', 'sites'],
  ['domain', 'domains'],
  ['mailbox', 'mailboxes'],
  ['container', 'containers'],
  ['thread', 'threads'],
  ['process', 'processes'],
  ['license', 'licenses'],
  ['unit', 'units'],
];

export const builtinAtoms: readonly Atom[] = [
  ...data,
  ...time,
  ...powerAndEnergy,
  measured('%', 'ratio', {}, 1, 100),
  measured('Mtoken', 'count', { token: 1 }, 1e6, 1, 'Mtokens'),
  measured('ktoken', 'count', { token: 1 }, 1e3, 1, 'ktokens'),
  ...countables.map(([name, plural]) => measured(name, 'count', { [name]: 1 }, 1, 1, plural)),
];

/** Other spellings: word -> unit, or unit/unit. */
export const builtinWords: ReadonlyMap<string, string> = new Map([
  ['B', 'byte'],
  ['KB', 'kB'],
  ['Kbit', 'kbit'],
  ['b', 'bit'],
  ['bps', 'bit/second'],
  ['kbps', 'kbit/second'],
  ['Kbps', 'kbit/second'],
  ['Mbps', 'Mbit/second'],
  ['Gbps', 'Gbit/second'],
  ['Mb', 'Mbit'],
  ['Gb', 'Gbit'],
  // the micro sign, and the Greek letter that looks the same
  ['\u00b5s', 'us'],
  ['\u03bcs', 'us'],
  ['s', 'second'],
  ['sec', 'second'],
  ['secs', 'second'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['h', 'hour'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['d', 'day'],
  ['wk', 'week'],
  ['mo', 'month'],
  ['mon', 'month'],
  ['mth', 'month'],
  ['yr', 'year'],
  ['yrs', 'year'],
  ['y', 'year'],
  ['a', 'year'],
  ['qtr', 'quarter'],
  ['annum', 'year'],
  ['percent', '%'],
  ['pct', '%'],
  ['req', 'request'],
  ['reqs', 'request'],
  ['rps', 'request/second'],
  ['RPS', 'request/second'],
  ['qps', 'query/second'],
  ['QPS', 'query/second'],
  ['tps', 'transaction/second'],
  ['TPS', 'transaction/second'],
  ['ops', 'operation'],
  ['op', 'operation'],
  ['tok', 'token'],
  ['toks', 'token'],
  ['ktok', 'ktoken'],
  ['Ktok', 'ktoken'],
  ['Mtok', 'Mtoken'],
  ['MTok', 'Mtoken'],
  ['vcpu', 'vCPU'],
  ['vcpus', 'vCPU'],
  ['vCPUs', 'vCPU'],
  ['gpu', 'GPU'],
  ['gpus', 'GPU'],
  ['conn', 'connection'],
  ['conns', 'connection'],
  ['msg', 'message'],
  ['msgs', 'message'],
  ['mail', 'email'],
  ['mails', 'email'],
  ['persons', 'person'],
  ['licence', 'license'],
  ['licences', 'license'],
  ['website', 'site'],
  ['websites', 'site'],
  ['txn', 'transaction'],
]);
