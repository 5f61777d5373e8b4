// The reference model "B2C API": 10 uncertain inputs, 34 derived figures (shared/bench/model.md), as a program.

import type { Distribution } from '../../../src/numeric/distributions/types.ts';
import type { OperationName, Program, Step, Value } from '../../../src/numeric/kernels/program.ts';

const lognormal = (median: number, spread: number): Distribution => ({ kind: 'lognormal', median, spread });
const triangular = (low: number, mode: number, high: number): Distribution => ({
  kind: 'triangular',
  low,
  mode,
  high,
});
const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high });

export const referenceInputs: Readonly<Record<string, Distribution>> = {
  users: lognormal(4e6, 0.35),
  req_user: triangular(10, 24, 60),
  growth: triangular(-0.01, 0.03, 0.08),
  peak: triangular(2, 3, 6),
  cpu_ms: lognormal(38, 0.4),
  kb_req: lognormal(24, 0.5),
  mb_user: lognormal(1.5, 0.6),
  cache_hit: uniform(0.55, 0.9),
  util: uniform(0.45, 0.7),
  eur_usd: triangular(1.02, 1.09, 1.18),
};

/**
 * The goldens round up without a tolerance (70 · 0.1 is 8), plans with one (it is 7). `plain` adds what the tolerance took away:
 * 1 wherever the value is above what it was rounded to.
 */
export type Rounding = 'plain' | 'tolerant';

export interface ReferenceModel {
  readonly program: Program;
  /** The steps of inputs, then of derived figures. */
  readonly named: Readonly<Record<string, Value>>;
}

export function referenceModel(
  input: (name: string, d: Distribution) => Step,
  rounding: Rounding,
): ReferenceModel {
  const steps: Step[] = [];
  const push = (step: Step): Value => steps.push(step) - 1;
  const numbers = new Map<number, Value>();
  const number = (value: number): Value => {
    const known = numbers.get(value) ?? push({ kind: 'constant', value });
    numbers.set(value, known);
    return known;
  };
  const apply = (kernel: OperationName, ...args: readonly Value[]): Value =>
    push({ kind: 'apply', kernel, args });
  const add = (...args: readonly Value[]): Value => args.reduce((a, b) => apply('add', a, b));
  const sub = (a: Value, b: Value): Value => apply('sub', a, b);
  const mul = (...args: readonly Value[]): Value => args.reduce((a, b) => apply('mul', a, b));
  const div = (a: Value, b: Value): Value => apply('div', a, b);
  const max = (a: Value, b: Value): Value => apply('max', a, b);
  const n = number;
  const ceil = (x: Value): Value => {
    const near = apply('ceil', x);
    if (rounding === 'tolerant') return near;
    const above = mul(max(n(0), sub(x, near)), n(1e308), n(1e308));
    return add(near, apply('min', n(1), above));
  };
  /** Up to each limit its price; the last has none. */
  const tiers = (x: Value, ...list: readonly number[]): Value => {
    const prices = list.filter((_, i) => i % 2 === 1 || i === list.length - 1);
    const limits = list.slice(0, -1).filter((_, i) => i % 2 === 0);
    const further = limits.flatMap((limit, i) => {
      const slope = Number(((prices[i + 1] as number) - (prices[i] as number)).toPrecision(12));
      return [n(limit), n(slope)];
    });
    return apply('hinge', x, mul(x, n(prices[0] as number)), ...further);
  };

  const given = Object.fromEntries(
    Object.entries(referenceInputs).map(([name, d]) => [name, push(input(name, d))]),
  );
  const g = (name: string): Value => given[name] as Value;

  const req_day = mul(g('users'), g('req_user'));
  const req_month = mul(req_day, n(30.4375));
  const rps_avg = div(req_day, n(86400));
  const rps_peak = mul(rps_avg, g('peak'));
  const rps_origin = mul(rps_peak, sub(n(1), g('cache_hit')));
  const vcpu_need = div(mul(rps_origin, g('cpu_ms')), n(1000));
  const vcpu_prov = div(vcpu_need, g('util'));
  const nodes = max(n(3), ceil(div(vcpu_prov, n(8))));
  const nodes_ha = add(nodes, max(n(1), ceil(mul(nodes, n(0.1)))));
  const node_hours = mul(nodes_ha, n(730));
  const compute_od = mul(node_hours, n(0.384));
  const compute = apply('if', apply('le', n(20), nodes_ha), mul(compute_od, n(0.72)), compute_od);
  const egress_gb = div(mul(req_month, g('kb_req')), n(1000000));
  const egress = tiers(egress_gb, 100, 0, 10240, 0.09, 51200, 0.085, 153600, 0.07, 0.05);
  const storage_gb = div(mul(g('users'), g('mb_user')), n(1000));
  const storage_rep = mul(storage_gb, n(3));
  const storage = tiers(storage_rep, 5000, 0.023, 20000, 0.022, 0.021);
  const req_origin = mul(req_month, sub(n(1), g('cache_hit')));
  const requests = mul(div(req_origin, n(1000000)), n(0.4));
  const db_nodes = apply('min', n(32), max(n(2), ceil(div(rps_origin, n(120)))));
  const db = mul(db_nodes, n(730), n(0.78));
  const log_gb = div(mul(req_month, n(0.6)), n(1000000));
  const logs = mul(max(n(0), sub(log_gb, n(50))), n(0.5));
  const cloud = add(compute, egress, storage, requests, db, logs);
  const support = max(n(100), tiers(cloud, 10000, 0.1, 80000, 0.07, 250000, 0.05, 0.03));
  const lic_eur = mul(nodes_ha, n(35));
  const lic_usd = mul(lic_eur, g('eur_usd'));
  const staff = ceil(div(add(nodes_ha, db_nodes), n(40)));
  const staff_usd = mul(staff, n(9500), g('eur_usd'));
  const monthly = add(cloud, support, lic_usd, staff_usd);
  const grown = apply('pow', add(n(1), g('growth')), n(60));
  const annuity = apply(
    'if',
    apply('lt', apply('abs', g('growth')), n(1e-9)),
    n(60),
    div(sub(grown, n(1)), g('growth')),
  );
  const tco_usd = mul(monthly, annuity);
  const tco_eur = div(tco_usd, g('eur_usd'));
  const unit_cost = div(monthly, g('users'));

  const derived = {
    ...{
      req_day,
      req_month,
      rps_avg,
      rps_peak,
      rps_origin,
      vcpu_need,
      vcpu_prov,
      nodes,
      nodes_ha,
      node_hours,
    },
    ...{ compute_od, compute, egress_gb, egress, storage_gb, storage_rep, storage, req_origin, requests },
    ...{ db_nodes, db, log_gb, logs, cloud, support, lic_eur, lic_usd, staff, staff_usd, monthly, annuity },
    ...{ tco_usd, tco_eur, unit_cost },
  };
  return { program: { steps, results: [monthly, tco_usd] }, named: { ...given, ...derived } };
}
