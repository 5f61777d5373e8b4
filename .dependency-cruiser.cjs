// The direction of the source (docs/architecture.md): data flows down this list, and a folder imports only from
// itself and from folders above it. `npm run direction` checks it.
const FOLDERS = [
  'diagnostics',
  'quantity',
  'numeric',
  'formula',
  'yaml',
  'catalog',
  'plan',
  'graph',
  'grid',
  'analysis',
  'audit',
  'report',
  'editing',
  'library',
  'exchange',
  'service',
  'cli',
];
/** The rooms of src/audit/claims, in the same manner. */
const CLAIMS = [
  'content',
  'calculations',
  'passages',
  'totals',
  'relations',
  'lists',
  'rows',
  'options',
  'counts',
  'sections',
  'repeated',
  'second-look',
];
const EDGES = ['service', 'cli'];
const CORE = FOLDERS.filter((folder) => !EDGES.includes(folder));

const inside = (folders) => `^src/(${folders.join('|')})/`;

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const downOnly = FOLDERS.slice(0, -1).map((folder, index) =>
  error(
    `${folder}-imports-only-from-above`,
    `src/${folder} may not import from a folder below it.`,
    { path: `^src/${folder}/` },
    { path: inside(FOLDERS.slice(index + 1)) },
  ),
);

const claimsDownOnly = CLAIMS.map((folder, index) =>
  error(
    `claims-${folder}-imports-only-from-above`,
    `src/audit/claims/${folder} may not import from a room below it, nor from the files beside the rooms.`,
    { path: `^src/audit/claims/${folder}/` },
    { path: `^src/audit/claims/(?:(?:${CLAIMS.slice(index + 1).join('|') || '(?!)'})/|[^/]+$)` },
  ),
);

module.exports = {
  forbidden: [
    error('no-circle', 'Modules that import each other are one module.', {}, { circular: true }),
    ...downOnly,
    ...claimsDownOnly,
    error(
      'audit-reads-documents-not-plans',
      'src/audit may import only quantity and diagnostics.',
      { path: '^src/audit/' },
      { path: '^src/', pathNot: inside(['audit', 'quantity', 'diagnostics']) },
    ),
    error(
      'diagnostics-is-a-leaf',
      'src/diagnostics imports nothing.',
      { path: '^src/diagnostics/' },
      { pathNot: '^src/diagnostics/' },
    ),
    error(
      'index-is-the-library',
      'src/index.ts may not import the command line or the service.',
      { path: '^src/index\\.ts$' },
      { path: inside(EDGES) },
    ),
    error(
      'page-uses-the-core',
      'web/ may import the core of src, the types of what the server says, its own files and packages.',
      { path: '^web/' },
      { path: [inside(EDGES), '^(?:test|tools|bench)/'], pathNot: '^src/service/contract\\.ts$' },
    ),
    error(
      'page-runs-in-a-browser',
      'web/ may import no node: modules.',
      { path: '^web/' },
      { dependencyTypes: ['core'] },
    ),
    error(
      'views-know-the-engine-by-its-types',
      'web/app, ui and views ask the engine in its thread; of web/engine they import only types.',
      { path: '^web/(?:app|ui|views)/' },
      { path: '^web/(?:engine|charts)/', dependencyTypesNot: ['type-only'] },
    ),
    error(
      'index-is-for-others',
      'Inside src, import from the file that defines a thing, not from src/index.ts.',
      { path: '^src/' },
      { path: '^src/index\\.ts$' },
    ),
    error(
      'known-folder',
      'Every folder of src has its place in FOLDERS, in .dependency-cruiser.cjs.',
      { path: '^src/', pathNot: [inside(FOLDERS), '^src/index\\.ts$'] },
      {},
    ),
    error(
      'known-folder-target',
      'Every folder of src has its place in FOLDERS, in .dependency-cruiser.cjs.',
      {},
      { path: '^src/', pathNot: [inside(FOLDERS), '^src/index\\.ts$'] },
    ),
    error(
      'src-stands-alone',
      'src may import only src and packages: no tests, no benchmarks, no tools.',
      { path: '^src/' },
      { pathNot: ['^src/', 'node_modules'], dependencyTypesNot: ['core'], couldNotResolve: false },
    ),
    error(
      'core-is-pure',
      'Folders before service and cli run in a browser too: no node: modules.',
      { path: [inside(CORE), '^src/index\\.ts$'] },
      { dependencyTypes: ['core'] },
    ),
    error(
      'declared-packages-only',
      'src may import only the packages that package.json names under dependencies.',
      { path: '^(?:src|web)/' },
      { dependencyTypes: ['npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    ),
    error('resolvable', 'An import that leads nowhere.', { path: '^src/' }, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
