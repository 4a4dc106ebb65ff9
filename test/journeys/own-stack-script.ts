// Keeps a stack with a kept state up until it is told to stop; when whoever started it is gone, it forgets that state.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openLocalStack } from '../../infra/local/local-stack.ts'
import { runScript } from '../../infra/local/run-script.ts'

await runScript(async (end) => {
  const [folder = '', port = ''] = process.argv.slice(2)
  end.onEnd(() => {
    if (!process.connected) rmSync(folder, { recursive: true, force: true })
  })
  const stateDir = join(folder, 'state')
  const { endpoint, apiUrl, outputs } = await openLocalStack({ port: Number(port), stateDir, end, print: () => {} })
  end.startServing()
  process.send?.({ endpoint, apiUrl, outputs })
  await end.stopped
  return 0
})
