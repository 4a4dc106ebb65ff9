/**
 * Work on what anybody may have made, done apart: in a thread that is ended when its time is over, with memory of its
 * own and without the function's credentials.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads'

type Bounds = { readonly seconds: number; readonly megabytes: number }

/** What came of it; `too-slow` and `too-large` where it went beyond its bounds. */
export type Apart<T> = { readonly result: T } | { readonly broke: 'too-slow' | 'too-large' | 'unreadable' }

/** Runs what `program` answers by `answerApart`, with this input. */
export const runApart = async <T>(program: URL, input: object, { seconds, megabytes }: Bounds): Promise<Apart<T>> => {
  const worker = new Worker(program, {
    workerData: input,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<Apart<T>>((resolve) => {
      timer = setTimeout(() => resolve({ broke: 'too-slow' }), seconds * 1000)
      worker.once('message', (result: T) => resolve({ result }))
      worker.once('error', (error: NodeJS.ErrnoException) =>
        resolve({ broke: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'unreadable' }),
      )
      worker.once('exit', () => resolve({ broke: 'unreadable' }))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** In the thread: does the work and tells what came of it. */
export const answerApart = async <I, T>(work: (input: I) => Promise<T>): Promise<void> => {
  parentPort?.postMessage(await work(workerData as I))
}
