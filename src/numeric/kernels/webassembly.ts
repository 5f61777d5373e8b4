// The machine in WebAssembly: a fixed module, the same for every plan, so that no code is generated at run time.

import { waiting } from '../functions/erlang.ts';
import { pow } from '../functions/pow.ts';
import { roundTo } from '../functions/rounding.ts';
import { javascriptMachine } from './javascript.ts';
import type { Machine } from './machine.ts';
import { moduleInBase64 } from './module.generated.ts';

/** What is used of it here: the types of the platform are not among those that the core may rely on. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (
    module: object,
    imports: { readonly host: object },
  ) => { readonly exports: { readonly run: Machine['run'] } };
};

const bytesPerPage = 65536;
let compiled: object | undefined;

function compiledModule(): object {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(moduleInBase64), (c) => c.charCodeAt(0)));
  return compiled;
}

/** Throws where the platform does not allow WebAssembly. */
export function webassemblyMachine(bytes: number): Machine {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / bytesPerPage) });
  const { exports } = new WebAssembly.Instance(compiledModule(), {
    host: { memory, pow, round: roundTo, waiting },
  });
  return {
    kind: 'webassembly',
    cells: new Float64Array(memory.buffer),
    words: new Int32Array(memory.buffer),
    run: exports.run,
  };
}

/** The fast one where it is allowed: a page may forbid it by its content security policy. */
export function machineOf(bytes: number): Machine {
  try {
    return webassemblyMachine(bytes);
  } catch {
    return javascriptMachine(bytes);
  }
}
