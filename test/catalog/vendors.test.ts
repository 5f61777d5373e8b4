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
        "anthropic/claude-3.5-sonnet-input 2026-02-24: 3.00 USD/Mtoken",
        "anthropic/claude-3.5-sonnet-output 2026-02-24: 15.00 USD/Mtoken",
        "apple/mac-studio-m3-ultra 2026-02-24: 11,999 USD",
        "aws/fargate-engine 2026-05-07: about 9 USD/month",
        "aws/fargate-frontend 2026-05-07: about 9 USD/month",
        "aws/rds-engine 2026-05-07: about 15 USD/month",
        "aws/rds-credit 2026-05-07: about 15 USD/month",
        "aws/alb 2026-05-07: about 16 USD/month",
        "aws/s3-10gb 2026-05-07: about 0.25 USD/month",
        "aws/c7i.2xlarge 2026-02-24: 0.357 USD/hour",
        "aws/rds-m6i.xlarge-multi-az 2026-02-24: 0.488 USD/hour",
        "aws/rds-storage 2026-02-24: 0.115 USD/GB/month",
        "aws/s3-standard 2026-02-24: 0.023 USD/GB/month",
        "aws/s3-requests 2026-02-24: about 5 USD/month",
        "aws/s3-glacier-deep 2026-02-24: 0.00099 USD/GB/month",
        "aws/s3-glacier-retrieval 2026-02-24: 0.02 USD/GB",
        "aws/cloudfront 2026-02-24: 0.085 USD/GB",
        "aws/egress 2026-02-24: 0.09 USD/GB",
        "aws/ses 2026-02-24: 0.10 USD/email / 1_000",
        "aws/waf 2026-02-24: 5 USD/month + 1 USD/request / 1_000_000",
        "aws/shield-standard 2026-02-24: 0 USD/month",
        "aws/shield-advanced 2026-02-24: 3,000 USD/month",
        "aws/vpn 2026-02-24: 0.05 USD/hour",
        "aws/connect 2026-02-24: no price: named as an alternative without a price",
        "azure/d8s-v5 2026-02-24: 0.384 USD/hour",
        "azure/sql-standard-s3 2026-02-24: 305 USD/month",
        "azure/sql-storage 2026-02-24: 0.115 USD/GB/month",
        "azure/blob-hot 2026-02-24: 0.018 USD/GB/month",
        "azure/blob-operations 2026-02-24: about 10 USD/month",
        "azure/cdn 2026-02-24: 0.08 USD/GB",
        "azure/egress 2026-02-24: 0.087 USD/GB",
        "backblaze/b2 2026-02-24: 0.005 USD/GB/month",
        "backblaze/b2 2026-03-27: 6 USD/TB/month after the first 10 GB",
        "cloudflare/r2-egress 2026-05-07: 0 USD/GB",
        "cloudflare/free 2026-02-24: 0 USD/month",
        "cloudflare/pro 2026-02-24: 20 USD/month",
        "cloudflare/business 2026-02-24: 200 USD/month",
        "cloudflare/load-balancing 2026-02-24: 50 USD/month",
        "cloudflare/argo 2026-02-24: 5 USD/month + 0.10 USD/GB",
        "cloudflare/workers 2026-02-24: 5 USD/month + 0.50 USD/request / 1_000_000 after the first 10,000,000 requests/month",
        "cloudflare/r2 2026-02-24: 0.015 USD/GB/month",
        "cloudflare/d1-reads 2026-02-24: 0.75 USD/row / 1_000_000",
        "cloudflare/durable-objects 2026-02-24: 0.15 USD/request / 1_000_000",
        "contabo/cloud-vps-10 2026-03-27: 4.50 EUR/month",
        "contabo/cloud-vps-20 2026-03-27: 7.00 EUR/month",
        "contabo/cloud-vps-30 2026-03-27: 14.00 EUR/month",
        "contabo/cloud-vps-40 2026-03-27: 25.00 EUR/month",
        "contabo/storage-vps-10 2026-03-27: 4.50 EUR/month",
        "contabo/storage-vps-20 2026-03-27: 7.00 EUR/month",
        "contabo/vps-6-vcpu undated: 11.31 EUR/month",
        "contabo/vps-4-vcpu-with-object-storage undated: 8.92 EUR/month",
        "coolify/self-hosted 2026-05-07: 0 USD/month",
        "datadog/infrastructure 2026-02-24: 15 USD/host/month",
        "datadog/apm 2026-02-24: 31 USD/host/month",
        "datadog/logs 2026-02-24: 0.10 USD/GB",
        "digitalocean/premium-intel-8-32 2026-02-24: 224 USD/month",
        "digitalocean/managed-postgresql 2026-02-24: 360 USD/month",
        "digitalocean/spaces 2026-02-24: 5 USD/month + 0.02 USD/GB/month after the first 250 GB",
        "fly/shared-cpu-1x-256-engine 2026-05-07: about 2 to 5 USD/month",
        "fly/shared-cpu-1x-256-operator 2026-05-07: about 2 to 5 USD/month",
        "fly/dedicated-cpu-8x 2026-02-24: 0.42 USD/hour",
        "fly/dedicated-cpu-4x 2026-02-24: 0.21 USD/hour",
        "fly/volume 2026-02-24: 0.15 USD/GB/month",
        "gcp/n2-standard-8 2026-02-24: 0.388 USD/hour",
        "gcp/cloud-sql-n1-standard-4-ha 2026-02-24: 0.416 USD/hour",
        "gcp/cloud-sql-storage 2026-02-24: 0.17 USD/GB/month",
        "gcp/cloud-sql-backup 2026-02-24: 0.08 USD/GB/month",
        "gcp/storage-standard 2026-02-24: 0.020 USD/GB/month",
        "gcp/storage-operations 2026-02-24: about 5 USD/month",
        "gcp/cdn 2026-02-24: 0.085 USD/GB",
        "gcp/egress 2026-02-24: 0.08 USD/GB",
        "gcp/n1-highcpu-8 undated: 0.315 USD/hour",
        "gcp/n1-standard-4 undated: 0.19 USD/hour",
        "gcp/n1-standard-8-t4 undated: 0.35 USD/hour",
        "gcp/cloud-sql-ha-highmem-8 undated: 1,200 USD/month",
        "gcp/cloud-sql-replica undated: 1,000 USD/month",
        "gcp/cloud-sql-disk undated: 0.17 USD/GB/month",
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
        "hetzner/ax162-s 2026-02-24: 221 EUR/month",
        "hetzner/ax102 2026-02-24: 165 EUR/month",
        "hetzner/storage-box-1tb 2026-02-24: 3.81 EUR/month",
        "letsencrypt/tls 2026-03-27: 0 EUR/month",
        "mailersend/email/free 2026-03-27: 0 EUR/month, covers 500 emails/month",
        "mailersend/email/hobby 2026-03-27: 5.15 EUR/month, covers 5,000 emails/month",
        "mailersend/email/starter 2026-03-27: 25 EUR/month, covers 50,000 emails/month",
        "milesweb/elite undated: 1.31 EUR/month",
        "new-relic/standard 2026-02-24: 99 USD/user/month",
        "openai/gpt-5.4-input 2026-03-27: 2.50 USD/Mtoken",
        "openai/gpt-5.4-output 2026-03-27: 15.00 USD/Mtoken",
        "openai/gpt-5.4-mini-input 2026-03-27: 0.75 USD/Mtoken",
        "openai/gpt-5.4-mini-output 2026-03-27: 4.50 USD/Mtoken",
        "openai/gpt-4-turbo-input 2026-02-24: 10.00 USD/Mtoken",
        "openai/gpt-4-turbo-output 2026-02-24: 30.00 USD/Mtoken",
        "openai/gpt-4o-input 2026-02-24: 2.50 USD/Mtoken",
        "openai/gpt-4o-output 2026-02-24: 10.00 USD/Mtoken",
        "openai/gpt-4-turbo-request undated: 0.002 USD/request",
        "ovh/advance-4 2026-02-24: about 250 EUR/month",
        "ovh/advance-3 2026-02-24: about 200 EUR/month",
        "ovh/object-storage 2026-02-24: 0.01 USD/GB/month",
        "pagerduty/alerts 2026-02-24: 588 USD/year",
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
        "sendgrid/email/free 2026-02-24: 0 USD/month, covers 100 emails/day",
        "sendgrid/email/essentials 2026-02-24: 19.95 USD/month, covers 50,000 emails/month",
        "sendgrid/email/pro 2026-02-24: 89.95 USD/month, covers 100,000 emails/month",
        "supabase/postgres/free 2026-05-07: 0 USD/month",
        "supabase/postgres/paid 2026-05-07: 25 USD/month",
        "tailscale/user 2026-02-24: 6 USD/user/month",
        "twilio/voice-inbound 2026-02-24: 0.013 USD/minute",
        "twilio/voice-outbound 2026-02-24: 0.014 USD/minute",
        "twilio/number 2026-02-24: 1 USD/number/month",
        "twilio/sms 2026-02-24: 0.0079 USD/message",
        "twilio/recording-storage 2026-02-24: 0.25 USD/GB/month",
        "uptime-kuma/self-hosted 2026-03-27: 0 EUR/month",
        "uptimerobot/monitoring/free 2026-03-27: 0 USD/month",
        "uptimerobot/monitoring/paid 2026-03-27: from 8 USD/month",
        "vultr/bare-metal-3900x 2026-02-24: 185 USD/month",
        "vultr/managed-postgresql 2026-02-24: 240 USD/month",
        "vultr/block-storage 2026-02-24: 0.10 USD/GB/month",
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
