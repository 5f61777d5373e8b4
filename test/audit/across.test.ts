// What is said in one section against what stands in another: each document as it should be, with no finding, and with one thing
// changed, which is found where it stands.
import { describe, expect, test } from 'vitest';
import { found, twins } from './twins.ts';

const sections = `# Hosting

## Options

### Cirrus

| Part | Monthly |
|---|---|
| Compute (2 nodes) | $400 |
| Disks | $100 |
| **Total** | **$500** |

### Nimbus

| Part | Monthly |
|---|---|
| Compute | $150 |
| Disks | $50 |
| **Total** | **$200** |

## Findings

`;

describe('options that have a section each', () => {
  twins({
    'a winner': {
      text: `${sections}**Winner:** Nimbus\n`,
      change: ['**Winner:** Nimbus', '**Winner:** Cirrus'],
      found: ['superlative', 23, 'Winner: Cirrus'],
    },
    'why one wins, the cost among the reasons': {
      text: `${sections}**Why Nimbus wins:**\n- Lower monthly costs\n- Good support\n`,
      change: ['Why Nimbus wins', 'Why Cirrus wins'],
      found: ['superlative', 23, 'Why Cirrus wins:'],
    },
    'what all of it saves': {
      text: `${sections}Nimbus is 60% cheaper than Cirrus.\n`,
      change: ['60%', '40%'],
      found: ['saving', 23, '40%'],
    },
    'what a part of it saves': {
      text: `${sections}- Nimbus over Cirrus: 60–65% cheaper for compute\n`,
      change: ['60–65%', '40–45%'],
      found: ['saving', 23, '40–45%'],
    },
    'a part in front': {
      text: `${sections}- Nimbus disks are 50% cheaper than Cirrus\n`,
      change: ['50%', '20%'],
      found: ['saving', 23, '20%'],
    },
  });

  test('a part that no section has, and reasons that are none of cost', () => {
    expect(found(`${sections}Nimbus is 20% cheaper than Cirrus for mail.\n`)).toEqual([]);
    expect(found(`${sections}**Why Cirrus wins:**\n- Good support\n`)).toEqual([]);
  });

  test('sections for other sizes are no options', () => {
    const sized = sections
      .replace('### Cirrus', '### Cirrus (100 users)')
      .replace('### Nimbus', '### Nimbus (9 users)');
    expect(found(`${sized}**Winner:** Cirrus\n`)).toEqual([]);
  });
});
