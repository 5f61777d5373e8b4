// Refuses to run the tests on a Node that the project does not support.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

export default function requireNode(): void {
  if (major > 22 || (major === 22 && minor >= 12)) return;
  throw new Error(
    `The tests need Node.js 22.12 or later; this is ${process.versions.node}. ` +
      'Run `npm test`, which brings its own, or put node_modules/.bin first on the PATH.',
  );
}
