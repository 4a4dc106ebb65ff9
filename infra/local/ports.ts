import { createServer } from 'node:net'
import { PlainFailure } from './failure.ts'

/** Whether nothing listens on this port of the loopback interface. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Refuses a port that something else uses. */
export async function claimPort(port: number): Promise<void> {
  if (await isFree(port)) return
  throw new PlainFailure(
    `Port ${port} is already in use: stop what uses it, or choose another with \`npm start -- --port ${port + 100}\`.`,
  )
}
