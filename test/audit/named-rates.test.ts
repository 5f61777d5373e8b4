// What so much of a named thing comes to, against the rate in the section of that name.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const rates =
  '### 3. Parcel\n\n**Pricing:**\n- Transfer: $0.085 per GB (first 10 TB)\n\n### 4. Post\n\n- $0.10 per 1,000 emails\n- $0.02 per 1,000 pages\n';
const bill =
  '## A busy month\n\n| Service | Cost |\n|---|---|\n| Parcel | $8.50 (100GB transfer) |\n| Post | $0.10 (1,000 emails) |\n| Names | $2.00 |\n';

describe('an amount beside its quantity, and the rate under its name', () => {
  twins({
    'with the point in another place': {
      text: `${rates}\n${bill}`,
      change: ['$8.50', '$0.85'],
      found: ['row', 15, '$0.85'],
    },
    'one digit, right in front of what it is of': {
      text: `${rates}\n${bill}`,
      change: ['$0.10 (1,000', '$0.01 (1,000'],
      found: ['row', 16, '$0.01'],
    },
    'in terabytes, in a list': {
      text: `${rates}\n- Parcel: 1 TB comes to $85\n`,
      change: ['$85', '$8.50'],
      found: ['row', 11, '$8.50'],
    },
    'in a cell of its own': {
      text: `${rates}\n| Service | Traffic | Cost |\n|---|---|---|\n| Parcel | 300 GB | $25.50 |\n`,
      change: ['$25.50', '$255'],
      found: ['row', 13, '$255'],
    },
  });

  test('another amount, what is free, another name, and one digit in a cell of its own', () => {
    const said = (line: string): unknown => found(`${rates}\n${line}\n`);
    expect(said('- Parcel: 300 GB comes to $19')).toEqual([]);
    expect(said('- Parcel: $0.85 (100 GB, beyond the free tier)')).toEqual([]);
    expect(said('- Courier: $0.85 (100 GB)')).toEqual([]);
    expect(said('| Service | Mails | Cost |\n|---|---|---|\n| Post | 5,000 emails | $5 |')).toEqual([]);
  });
});
