// LibreOffice as a judge: opens spreadsheets, computes every formula anew, and saves what it got.

import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const program = 'soffice';

export const hasLibreOffice = spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** Always, or as a person who opens the file gets it: then what the file says is believed. */
export type Recalculation = 'always' | 'never';

const modes: Readonly<Record<Recalculation, number>> = { always: 0, never: 1 };

const settings = (mode: number): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${mode}</value></prop>
</item>
</oor:items>
`;

/** The files as LibreOffice saves them again, in their order. */
export async function recalculated(
  files: readonly Uint8Array[],
  mode: Recalculation,
): Promise<readonly Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-sheets-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user/registrymodifications.xcu'), settings(modes[mode]));
    const names = files.map((_, i) => `${i}.xlsx`);
    for (const [i, bytes] of files.entries()) writeFileSync(join(folder, names[i] as string), bytes);
    const out = join(folder, 'out');
    const where = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--convert-to', 'xlsx'];
    await promisify(execFile)(program, [...where, '--outdir', out, ...names], { cwd: folder });
    return names.map((name) => readFileSync(join(out, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
