import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive, markProcess, type ProcessMark } from './processes.ts'

const modules = JSON.stringify(import.meta.dirname)

/** Runs a script that starts a child which would live for a minute, and waits until it says the child's number. */
async function startScript(ending: string) {
  const folder = mkdtempSync(join(tmpdir(), 'script-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'script.ts')
  writeFileSync(
    file,
    `const { runScript } = await import(${modules} + '/run-script.ts')
const { runChild } = await import(${modules} + '/run-child.ts')
const { PlainFailure } = await import(${modules} + '/failure.ts')
await runScript(async (end) => {
  end.onEnd(() => console.log('undone'))
  void runChild('sh', ['-c', 'echo $$ > "$0"; sleep 60', ${JSON.stringify(join(folder, 'pid'))}], { end })
  const { readFileSync } = await import('node:fs')
  for (;;) {
    try {
      const pid = readFileSync(${JSON.stringify(join(folder, 'pid'))}, 'utf8').trim()
      if (pid) { console.log(pid); break }
    } catch {}
    await new Promise((later) => setTimeout(later, 10))
  }
  ${ending}
})`,
  )
  const script = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const errors: string[] = []
  script.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const reader = createInterface(script.stdout)
  const child = await new Promise<ProcessMark>((found) => {
    reader.on('line', (line) => {
      lines.push(line)
      if (/^\d+$/.test(line)) found(markProcess(Number(line)))
    })
  })
  const ended = once(script, 'close').then(([code]) => code as number)
  return { script, child, lines, errors, ended }
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('after %s everything started is stopped and the exit code is %i', async (signal, code) => {
  const { script, child, lines, ended } = await startScript('await end.stopped; return 0')
  script.kill(signal)
  expect(await ended).toBe(code)
  expect(isAlive(child)).toBe(false)
  expect(lines).toContain('undone')
})

test('Ctrl-C while serving is the normal end', async () => {
  const { script, ended, child, lines } = await startScript(
    "end.startServing(); console.log('serving'); await end.stopped; return 1",
  )
  await expect.poll(() => lines).toContain('serving')
  script.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(isAlive(child)).toBe(false)
})

test('after a plain failure everything is stopped, one sentence is printed and the exit code is 1', async () => {
  const { child, errors, ended } = await startScript("throw new PlainFailure('Port 1 is busy.')")
  expect(await ended).toBe(1)
  expect(isAlive(child)).toBe(false)
  expect(errors.join('').trim()).toBe('Port 1 is busy.')
})

test('the exit code of the main function is the exit code', async () => {
  const { ended } = await startScript('return 3')
  expect(await ended).toBe(3)
})
