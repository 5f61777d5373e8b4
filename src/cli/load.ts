// A plan on the command line -> a model that can be asked, with everything that is wrong in `out`.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { PlanParts } from '../plan/read-plan.ts';
import { type LoadedSource, loadSource } from '../service/load-source.ts';
import { readySampler } from '../service/sampler.ts';
import type { Io } from './io.ts';
import { filesBeside, readPlanText } from './plan-files.ts';
import type { Format, Settings, TextFormat } from './settings.ts';

export interface Loaded<F extends Format = TextFormat> extends LoadedSource {
  readonly settings: Settings<F>;
  readonly io: Io;
}

/** undefined when something is wrong; the reasons are in `out`. */
export async function loadPlan<F extends Format>(
  path: string,
  io: Io,
  settings: Settings<F>,
  out: Diagnostics,
  parts: PlanParts,
): Promise<Loaded<F> | undefined> {
  const source = await readPlanText(path, io, out);
  if (source === undefined) return undefined;
  const loaded = loadSource(source, filesBeside(path, io), settings, out, parts);
  if (loaded === undefined) return undefined;
  await readySampler([loaded.model.graph]);
  return { ...loaded, settings, io };
}
