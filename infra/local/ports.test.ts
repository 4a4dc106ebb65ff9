import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { claimPort, findFreePort, isFree } from './ports.ts'

test('a busy port is refused in one sentence that names it and the command that takes another', async () => {
  const port = await findFreePort()
  expect(await isFree(port)).toBe(true)
  const other = createServer()
  await new Promise<void>((listening) => other.listen(port, '127.0.0.1', listening))
  onTestFinished(() => new Promise<void>((closed) => void other.close(() => closed())))
  await expect(claimPort(port)).rejects.toThrow(
    `Port ${port} is already in use: stop what uses it, or choose another with \`npm start -- --port ${port + 100}\`.`,
  )
})
