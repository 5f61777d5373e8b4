// The files of vendors/: each reads without a word, and each price says where it comes from and when it was
// seen.
import { describe, expect, test } from 'vitest';
import { describeTariff, figureText } from '../../src/catalog/describe-tariff.ts';
import type { DatedTariff, Vendor } from '../../src/catalog/types.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import type { Span } from '../../src/diagnostics/source.ts';
import { ownTexts, read } from './support.ts';

const texts = ownTexts();

function vendorOf(id: string): Vendor {
  const { vendor, out } = read(texts.get(id) ?? '', id);
  expect(renderDiagnostics(out.all)).toBe('');
  if (vendor === undefined) throw new Error(`${id} gives no vendor`);
  return vendor;
}

/** The lines of a product, up to the next one. */
function blockAt(span: Span): string {
  const [, rest = ''] = /^[^\n]*\n((?: {4}.*\n|\n)*)/.exec(span.source.text.slice(span.start)) ?? [];
  return rest;
}

describe.each([...texts.keys()])('vendors/%s.yaml', (id) => {
  test('reads without a word', () => {
    expect(vendorOf(id).products.size).toBeGreaterThan(0);
  });

  test('begins with what it holds and how it was obtained', () => {
    expect(texts.get(id)).toMatch(/^# \w.*\n(#.*\n)*# (Obtained|Second-hand).*\n/);
  });

  test('every price has a source and a day, or says that the day is unknown', () => {
    for (const product of vendorOf(id).products.values()) {
      for (const plan of product.plans) {
        const all: readonly Pick<DatedTariff, 'provenance'>[] = [
          ...plan.prices,
          ...plan.regions.values(),
          ...plan.terms.values(),
        ];
        for (const { provenance } of all) {
          const where = `${id}/${product.id}/${plan.id}`;
          expect([where, provenance.source]).not.toEqual([where, undefined]);
          const dated = provenance.date !== undefined || /^ +date: unknown$/m.test(blockAt(product.span));
          expect([where, dated]).toEqual([where, true]);
          expect(['quoted', 'derived', 'measured']).toContain(provenance.confidence);
        }
      }
    }
  });
});

describe('the prices of the seeds', () => {
  const lines = [...texts.keys()].flatMap((id) =>
    [...vendorOf(id).products.values()].flatMap((product) =>
      product.plans.flatMap((plan) => {
        const path = [id, product.id, plan.id].filter((part) => part !== '').join('/');
        return plan.prices.map((p) => `${path} ${p.from ?? 'undated'}: ${describeTariff(p.tariff)}`);
      }),
    ),
  );

  test('are all there', () => {
    expect(lines).toMatchInlineSnapshot(`
      [
        "aws/fargate-engine 2026-05-07: about 9 USD/month",
        "aws/fargate-frontend 2026-05-07: about 9 USD/month",
        "aws/rds-engine 2026-05-07: about 15 USD/month",
        "aws/rds-credit 2026-05-07: about 15 USD/month",
        "aws/alb 2026-05-07: about 16 USD/month",
        "aws/s3-10gb 2026-05-07: about 0.25 USD/month",
        "backblaze/b2 2026-03-27: 6 USD/TB/month after the first 10 GB",
        "cloudflare/r2-egress 2026-05-07: 0 USD/GB",
        "contabo/cloud-vps-10 2026-03-27: 4.50 EUR/month",
        "contabo/cloud-vps-20 2026-03-27: 7.00 EUR/month",
        "contabo/cloud-vps-30 2026-03-27: 14.00 EUR/month",
        "contabo/cloud-vps-40 2026-03-27: 25.00 EUR/month",
        "contabo/storage-vps-10 2026-03-27: 4.50 EUR/month",
        "contabo/storage-vps-20 2026-03-27: 7.00 EUR/month",
        "contabo/vps-6-vcpu undated: 11.31 EUR/month",
        "contabo/vps-4-vcpu-with-object-storage undated: 8.92 EUR/month",
        "coolify/self-hosted 2026-05-07: 0 USD/month",
        "fly/shared-cpu-1x-256-engine 2026-05-07: about 2 to 5 USD/month",
        "fly/shared-cpu-1x-256-operator 2026-05-07: about 2 to 5 USD/month",
        "gcp/n1-highcpu-8 undated: 0.315 USD/hour",
        "gcp/n1-standard-4 undated: 0.19 USD/hour",
        "gcp/n1-standard-8-t4 undated: 0.35 USD/hour",
        "gcp/cloud-sql-ha-highmem-8 undated: 1,200 USD/month",
        "gcp/cloud-sql-replica undated: 1,000 USD/month",
        "gcp/cloud-sql-storage undated: 0.17 USD/GB/month",
        "gcp/memorystore-redis-10gb undated: 200 USD/month",
        "gcp/elasticsearch-node undated: 500 USD/month",
        "gcp/elasticsearch-storage undated: 0.10 USD/GB/month",
        "gcp/cloud-cdn undated: 0.08 USD/GB after the first 10 TB/month",
        "gcp/internet-egress undated: 0.12 USD/GB",
        "gcp/gke-cluster undated: 73 USD/cluster/month",
        "gcp/cloud-storage undated: 0.020 USD/GB/month",
        "gcp/logging undated: 0.50 USD/GB",
        "gcp/cloud-armor undated: 1,000 USD/region/month",
        "hetzner/cx23 2026-05-07: 4.15 EUR/month",
        "hetzner/cpx22 2026-05-07: 7.99 EUR/month",
        "hetzner/larger-vps 2026-05-07: 15 to 30 USD/month",
        "hetzner/object-storage 2026-05-07: no price: named as an option without a price",
        "letsencrypt/tls 2026-03-27: 0 EUR/month",
        "mailersend/email/free 2026-03-27: 0 EUR/month, covers 500 emails/month",
        "mailersend/email/hobby 2026-03-27: 5.15 EUR/month, covers 5,000 emails/month",
        "mailersend/email/starter 2026-03-27: 25 EUR/month, covers 50,000 emails/month",
        "milesweb/elite undated: 1.31 EUR/month",
        "openai/gpt-5.4-input 2026-03-27: 2.50 USD/Mtoken",
        "openai/gpt-5.4-output 2026-03-27: 15.00 USD/Mtoken",
        "openai/gpt-5.4-mini-input 2026-03-27: 0.75 USD/Mtoken",
        "openai/gpt-5.4-mini-output 2026-03-27: 4.50 USD/Mtoken",
        "openai/gpt-4-turbo-request undated: 0.002 USD/request",
        "porkbun/com 2026-03-27: 11.08 USD/year",
        "railway/platform/hobby 2026-05-07: 5 USD/month with 5 USD/month credit",
        "railway/platform/pro 2026-05-07: 20 USD/month with 20 USD/month credit",
        "railway/engine-usage 2026-05-07: about 5 to 10 USD/month",
        "railway/operator-usage 2026-05-07: about 3 to 5 USD/month",
        "railway/engine-postgres 2026-05-07: about 1 to 3 USD/month",
        "railway/credit-postgres 2026-05-07: about 1 to 3 USD/month",
        "render/starter 2026-05-07: 7 USD/month",
        "render/postgres-basic 2026-05-07: 7 USD/month",
        "render/tier-2 2026-05-07: 25 USD/month",
        "render/tier-3 2026-05-07: 85 USD/month",
        "render/seat 2026-05-07: 19 USD/seat/month",
        "render/postgres-free 2026-05-07: 0 USD/month",
        "supabase/postgres/free 2026-05-07: 0 USD/month",
        "supabase/postgres/paid 2026-05-07: 25 USD/month",
        "uptime-kuma/self-hosted 2026-03-27: 0 EUR/month",
        "uptimerobot/monitoring/free 2026-03-27: 0 USD/month",
        "uptimerobot/monitoring/paid 2026-03-27: from 8 USD/month",
      ]
    `);
  });

  test('with what they provide', () => {
    const spec = (id: string, product: string): readonly string[] =>
      [...(vendorOf(id).products.get(product)?.plans[0]?.attributes ?? [])].map(
        ([k, e]) => `${k} ${figureText(e)}`,
      );
    expect(spec('contabo', 'cloud-vps-20')).toEqual([
      'vcpu 6 vCPU',
      'memory 12 GB',
      'disk 100 GB',
      'traffic 32 TB/month',
    ]);
    expect(spec('contabo', 'vps-6-vcpu')).toEqual([
      'vcpu 6 vCPU',
      'memory 12 GB',
      'disk 150 GB',
      'traffic 32 TB/month',
      'traffic_in unlimited',
      'port 400 Mbit/second',
    ]);
    expect(spec('milesweb', 'elite')).toEqual(['sites 100 sites', 'mailboxes 100 mailboxes', 'disk 100 GB']);
  });

  test('with regions, and plans that nobody is given unasked', () => {
    const [plan] = vendorOf('contabo').products.get('cloud-vps-10')?.plans ?? [];
    const add = plan?.regions.get('us-central')?.add;
    expect(add && figureText(add)).toBe('0.95 EUR/month');
    expect(vendorOf('hetzner').products.get('cx23')?.plans[0]?.regions.get('ashburn')?.unknown).toMatch(
      /dearer/,
    );
    expect(vendorOf('render').products.get('postgres-free')?.plans[0]?.notChosen).toBe(
      'deleted after 30 days',
    );
  });
});
