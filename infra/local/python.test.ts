import { expect, test } from 'vitest'
import { type FoundPython, findPython } from './python.ts'

const computerWith =
  (...pythons: FoundPython[]) =>
  async (command: string) =>
    pythons.find((one) => one.command === command)
const python = (command: string, version: string, hasVenv = true): FoundPython => ({ command, version, hasVenv })

test('the first Python from 3.10 on that can make environments is taken', async () => {
  const found = await findPython(
    computerWith(python('python3', '3.9'), python('python3.11', '3.11', false), python('python3.10', '3.10')),
  )
  expect(found.command).toBe('python3.10')
})

test('a missing Python is one sentence that says what to do', async () => {
  await expect(findPython(computerWith())).rejects.toThrow(
    'The local stack needs Python 3.10 or newer and none was found: install it and try again.',
  )
})

test('an old Python is named', async () => {
  await expect(findPython(computerWith(python('python3', '3.9')))).rejects.toThrow('only Python 3.9 was found')
})

test('a Python without its venv module is one sentence that says what to install', async () => {
  await expect(findPython(computerWith(python('python3', '3.11', false)))).rejects.toThrow(
    'Python 3.11 is here but without its venv module: install it (on Debian or Ubuntu: `apt install python3-venv`) and try again.',
  )
})
