// `expect`: in the plan and in files beside it.
import { describe, expect, test } from 'vitest';
import { complaints, planOf, written } from './support.ts';

describe('one expectation', () => {
  const one = (body: string) => planOf(`expect:\n  - { that: total, ${body} }\n`).expectations[0];

  test('only `that` is needed', () => {
    expect(planOf('expect: [{ that: total > 0 EUR/month }]\n').expectations[0]).toMatchObject({
      id: undefined,
      is: undefined,
      within: { kind: 'rounding' },
      source: undefined,
      note: undefined,
      dispute: undefined,
    });
  });

  test('every key', () => {
    const [expectation] = planOf(`expect:
  - that: total at tier=b
    is: 14.20 EUR/month
    within: 0.01 EUR/month
    id: E-7
    source: page 3
    note: to the cent
    disputed: { stated: 17.6 EUR/month, because: one row is counted twice }
`).expectations;
    expect(expectation).toMatchObject({
      id: 'E-7',
      source: 'page 3',
      note: 'to the cent',
      is: { value: 14.2, quantum: 0.01 },
      within: { kind: 'amount', value: { value: 0.01 } },
      dispute: { because: 'one row is counted twice', stated: { value: 17.6 } },
    });
    expect(written(expectation?.that)).toBe('total at tier=b');
  });

  test('tolerances', () => {
    expect(one('is: 5, within: rounding')?.within).toEqual({ kind: 'rounding' });
    expect(one('is: 5, within: 1%')?.within).toMatchObject({
      kind: 'amount',
      value: { value: 1, unit: { key: '%^1' } },
    });
    // a bare zero has every unit
    expect(one('is: 5, within: exact')?.within).toMatchObject({
      kind: 'amount',
      value: { value: 0, unit: { key: '' } },
    });
  });

  test('one quoted word is text', () => {
    expect(one('is: "shop"')?.is).toMatchObject({ kind: 'text', value: 'shop' });
    expect(one("is: 'tier-2.5'")?.is).toMatchObject({ kind: 'text', value: 'tier-2.5' });
    expect(one('disputed: { stated: "shop", because: no }')?.dispute?.stated).toMatchObject({
      kind: 'text',
      value: 'shop',
    });
  });

  test('everything else is a formula', () => {
    expect(one('is: shop')?.is).toMatchObject({ kind: 'name', name: 'shop' });
    expect(one('is: "14.20"')?.is).toMatchObject({ kind: 'number', value: 14.2 });
    expect(one('is: "14.20 EUR/month"')?.is).toMatchObject({ kind: 'number', value: 14.2 });
    expect(one('is: "a + b"')?.is).toMatchObject({ kind: 'binary' });
    expect(one('is: "true"')?.is).toMatchObject({ kind: 'name', name: 'true' });
    expect(one('is: true')?.is).toMatchObject({ kind: 'name', name: 'true' });
    expect(one('is: \'"2x"\'')?.is).toMatchObject({ kind: 'text', value: '2x' });
    expect(one('is: 5 to 7 EUR')?.is).toMatchObject({ kind: 'range' });
  });
});

describe('files of expectations', () => {
  const files = {
    'relay.expect.yaml': '- that: a\n- { that: b, is: 5 }\n',
    'more/b.yaml': '- that: c\n',
    'empty.yaml': '# none yet\n',
  };
  const names = (body: string) => planOf(body, files).expectations.map((e) => written(e.that));

  test('by name, as a block, or in a list', () => {
    expect(names('expect: relay.expect.yaml\n')).toEqual(['a', 'b']);
    expect(names('expect: { from: relay.expect.yaml }\n')).toEqual(['a', 'b']);
    expect(
      names('expect:\n  - that: x\n  - from: relay.expect.yaml\n  - { from: more/b.yaml }\n  - that: y\n'),
    ).toEqual(['x', 'a', 'b', 'c', 'y']);
    expect(names('expect: empty.yaml\n')).toEqual([]);
  });

  test('places point into the included file', () => {
    const [first] = planOf('expect: relay.expect.yaml\n', files).expectations;
    expect(first?.span.source.file).toBe('relay.expect.yaml');
    expect(complaints('expect: bad.yaml\n', { 'bad.yaml': '- that: 1 +\n- is: 5\n' })).toMatchInlineSnapshot(`
      "error[E201]: a value is missing after \`+\`
        --> bad.yaml:1:12
       1 | - that: 1 +
         |            ^

      error[E105]: an expectation needs \`that\`
        --> bad.yaml:2:3
       2 | - is: 5
         |   ^^
         = help: that: what is asked: \`total at tier=b\`"
    `);
  });

  test('a file that is not there', () => {
    expect(complaints('expect: missing.yaml\n')).toMatchInlineSnapshot(`
      "error[E108]: the file \`missing.yaml\` cannot be read
        --> plan.yaml:3:9
       3 | expect: missing.yaml
         |         ^^^^^^^^^^^^
         = help: the path is read from the folder of the plan"
    `);
  });

  test.each([
    '/etc/passwd',
    '../up.yaml',
    'a/../../b.yaml',
    'C:/x.yaml',
    'a\\..\\b',
    './a.yaml',
    '~/x',
    'https://x.example/a.yaml',
    'a//b',
  ])('no way out of the folder: %s', (path) => {
    const there = { [path]: '- that: a\n' };
    expect(complaints(`expect: { from: '${path}' }\n`, there)).toContain(
      'is not inside the folder of the plan',
    );
  });

  test('a file of something else', () => {
    expect(complaints('expect: map.yaml\n', { 'map.yaml': 'expect: []\n' })).toMatchInlineSnapshot(`
      "error[E104]: a file of expectations is a list
        --> map.yaml:1:1
       1 | expect: []
         | ^^^^^^^^^^
         = help: each begins with \`- that: …\`"
    `);
  });

  test('an included file includes nothing', () => {
    expect(complaints('expect: a.yaml\n', { 'a.yaml': '- from: a.yaml\n' })).toMatchInlineSnapshot(`
      "error[E104]: an included file cannot include another
        --> a.yaml:1:3
       1 | - from: a.yaml
         |   ^^^^^^^^^^^^
         = help: name every file in the plan itself"
    `);
  });

  test('a file only once, and not too many', () => {
    expect(
      complaints('expect: [{ from: empty.yaml }, { from: empty.yaml }]\n', files),
    ).toMatchInlineSnapshot(`
      "error[E106]: \`empty.yaml\` is included twice
        --> plan.yaml:3:40
       3 | expect: [{ from: empty.yaml }, { from: empty.yaml }]
         |                                        ^^^^^^^^^^
         |                  ---------- here already
         = help: leave one of them out"
    `);
    const many = Array.from({ length: 60 }, (_, i) => `{ from: f${i}.yaml }`);
    const there = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}.yaml`, '[]']));
    expect(complaints(`expect: [${many.join(', ')}]\n`, there)).toContain('a plan includes at most 50 files');
  });
});
