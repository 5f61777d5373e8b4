// Names of new plans, and templates under them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freePath, planPath, templateAt } from '../../web/app/plan-names.ts';

test('what a person types becomes the path of a file', () => {
  expect(planPath('My plan')).toBe('my-plan.yaml');
  expect(planPath('my-plan.yml')).toBe('my-plan.yaml');
  expect(planPath('  Büro & Läden 2026 ')).toBe('buro-laden-2026.yaml');
  expect(planPath('teams/core')).toBe('teams/core.yaml');
  expect(planPath('../../etc/passwd')).toBe('etc/passwd.yaml');
  expect(planPath('.hidden')).toBe('hidden.yaml');
  expect(planPath('...')).toBe('');
  expect(planPath('日本')).toBe('日本.yaml');
});

test('no path leads out of the folder, and a path stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', '.', '/', '-', ' ', '\\', '\0', 'é') }),
      (words) => {
        const path = planPath(words);
        if (path === '') return;
        expect(path).not.toMatch(/(^|\/)\.|^\/|\/\/|[\\\0]/);
        expect(planPath(path)).toBe(path);
      },
    ),
  );
});

test('a path that is taken gets a number', () => {
  expect(freePath('a.yaml', [])).toBe('a.yaml');
  expect(freePath('a.yaml', ['a.yaml', 'a-2.yaml'])).toBe('a-3.yaml');
});

test('a template brings the files beside it under its new name', () => {
  const template = {
    id: 'kec18',
    files: [
      { path: 'kec18.yaml', text: 'expect: { from: kec18.expect.yaml } # see notkec18.expect.yaml' },
      { path: 'kec18.expect.yaml', text: '# of kec18.yaml' },
    ],
  };
  expect(templateAt(template, 'teams/mine.yaml')).toEqual([
    { path: 'teams/mine.yaml', text: 'expect: { from: mine.expect.yaml } # see notkec18.expect.yaml' },
    { path: 'teams/mine.expect.yaml', text: '# of mine.yaml' },
  ]);
});
