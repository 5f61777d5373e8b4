// Columns that several threads compute are those of one, bit for bit, and are there whatever becomes of the others.

import { afterAll, describe, expect, test } from 'vitest';
import { marginalOf } from '../../src/numeric/draws/marginal.ts';
import { digitalStreams } from '../../src/numeric/draws/stream.ts';
import { columnsFrom, columnsOf, sharedColumns } from '../../src/numeric/kernels/columns.ts';
import { javascriptMachine } from '../../src/numeric/kernels/javascript.ts';
import { load } from '../../src/numeric/kernels/loaded.ts';
import { type Crew, partField, shareRunsWith } from '../../src/numeric/kernels/shared-run.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { Threads } from '../../src/service/crew/threads.ts';
import { referenceInputs, referenceModel } from './support/reference-model.ts';

const names = Object.keys(referenceInputs);
const streams = digitalStreams(
  3,
  names.map((name) => ({ name, place: 0 })),
);
const { program } = referenceModel((name) => {
  const stream = streams[names.indexOf(name)];
  const distribution = referenceInputs[name];
  if (stream === undefined || distribution === undefined) throw new Error(`nothing draws ${name}`);
  return { kind: 'draw', stream, marginal: marginalOf(distribution) };
}, 'plain');
/** Not a whole number of parts, of chunks or of eights. */
const samples = 100_003;
const alone = columnsFrom(load(program, webassemblyMachine), program.results, samples, new Map());

describe.each([0, 1, 7])('with %i further threads', (count) => {
  const threads = new Threads(count);
  afterAll(() => threads.end());

  test('the columns are the same, once and again', () => {
    for (let i = 0; i < 3; i++)
      expect(sharedColumns(threads, program, samples, webassemblyMachine)).toEqual(alone);
    expect(sharedColumns(threads, program, samples, javascriptMachine)).toEqual(alone);
  });

  test('so are those that start from columns', () => {
    const x = 0;
    const given = new Map([[x, Float64Array.from({ length: samples }, (_, i) => i / 7)]]);
    const squared = {
      steps: [{ kind: 'column' }, { kind: 'apply', kernel: 'mul', args: [x, x] }],
      results: [1, x],
    } as const;
    expect(sharedColumns(threads, squared, samples, webassemblyMachine, given)).toEqual(
      columnsFrom(load(squared, webassemblyMachine), squared.results, samples, given),
    );
  });
});

test.each<readonly [string, Crew]>([
  [
    'takes parts and dies',
    {
      begin(run) {
        Atomics.add(run.parts, partField.taken, 3);
        return () => false;
      },
    },
  ],
  ['never comes', { begin: () => () => true }],
])('a crew that %s costs nothing but time', (_, crew) => {
  expect(sharedColumns(crew, program, samples, webassemblyMachine)).toEqual(alone);
});

test('a crew is asked for what is worth it, and nothing else', () => {
  let asked = 0;
  shareRunsWith({
    begin() {
      asked += 1;
      return () => true;
    },
  });
  try {
    columnsOf(program, 10_000, webassemblyMachine);
    expect(asked).toBe(0);
    const many = Math.ceil(3e8 / program.steps.length);
    columnsOf({ ...program, results: program.results.slice(0, 1) }, many, webassemblyMachine);
    expect(asked).toBe(1);
  } finally {
    shareRunsWith(undefined);
  }
});
