/**
 * The model's graphs, run by ONNX Runtime on the processor: its native library where there is one for the
 * platform, else its WebAssembly build, which is slower and gives the same answers within rounding.
 */
import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor, TensorConstructor } from 'onnxruntime-common';

export type Runtime = 'native' | 'wasm';

export interface Session {
  readonly runtime: Runtime;
  readonly Tensor: TensorConstructor;
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}

const options: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  // One thread a reader: several cores are used by several readers, which measures faster than sharing one.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: 'all',
  // Each sentence has a length of its own: planning memory for a length does not pay.
  enableMemPattern: false,
  logSeverityLevel: 3,
};

/** @param only Use this runtime and no other; by default the native one, and WebAssembly where it is missing. */
export async function openSession(path: string, only?: Runtime): Promise<Session> {
  if (only !== 'wasm') {
    try {
      return await native(path);
    } catch (error) {
      if (only === 'native' || !isMissing(error)) throw error;
    }
  }
  return wasm(path);
}

async function native(path: string): Promise<Session> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(path, options);
  return { runtime: 'native', Tensor, run: (feeds) => session.run(feeds) };
}

async function wasm(path: string): Promise<Session> {
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web');
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(await readFile(path), {
    ...options,
    executionProviders: ['wasm'],
  });
  return { runtime: 'wasm', Tensor, run: (feeds) => session.run(feeds) };
}

/** The package, or its library for this platform, is not there. */
const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && /^(?:ERR_)?(?:MODULE_NOT_FOUND|DLOPEN_FAILED)$/u.test(String(error.code))) ||
    /cannot find module|cannot open shared object|not supported/iu.test(error.message));
