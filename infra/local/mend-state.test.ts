import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { forgetInterrupted, interruptedFile, mendState, noteFormat, readInterrupted } from './mend-state.ts'

const machine = 'arn:aws:states:eu-west-1:000000000000:stateMachine:archive'

/** A state as the emulator saves it, with one workflow of each status. */
function saveState(): string {
  const folder = mkdtempSync(join(tmpdir(), 'state-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const services = join(folder, 'services')
  mkdirSync(services)
  const execution = (name: string, status: string) => ({
    stateMachineArn: machine,
    name,
    input: `{"of":"${name}"}`,
    status,
  })
  const part = { ...execution('part', 'RUNNING'), stateMachineArn: `${machine}/Leg`, mapRunArn: `${machine}/Leg:run` }
  const data = { a: execution('one', 'RUNNING'), b: execution('two', 'SUCCEEDED'), c: part }
  const save = (name: string, payload: object) => {
    writeFileSync(join(services, `${name}.json`), JSON.stringify({ __ministack_format__: 2, payload }))
  }
  save('cloudformation', {})
  save('lambda', { dynamodb_stream_positions: { data: { mapping: 41 } } })
  save('stepfunctions', { executions: { data } })
  noteFormat(folder)
  return folder
}

const readSaved = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, 'services', `${name}.json`), 'utf8'))

test('streams are read from their first record again, because the emulator keeps no records over a restart', () => {
  const folder = saveState()
  mendState(folder)
  expect(readSaved(folder, 'lambda').payload.dynamodb_stream_positions.data).toEqual({ mapping: 0 })
})

test('a running workflow is noted with name and input, the parts of its map are not; its name is free again', () => {
  const folder = saveState()
  mendState(folder)
  expect(readInterrupted(interruptedFile(folder))).toEqual([
    { stateMachineArn: machine, name: 'one', input: '{"of":"one"}' },
  ])
  expect(Object.keys(readSaved(folder, 'stepfunctions').payload.executions.data)).toEqual(['b'])
})

test('workflows noted by a run that was broken before it started them again are still noted', () => {
  const folder = saveState()
  mendState(folder)
  mendState(folder)
  expect(readInterrupted(interruptedFile(folder))).toHaveLength(1)
  forgetInterrupted(interruptedFile(folder))
  expect(readInterrupted(interruptedFile(folder))).toEqual([])
})

test('a state that was never saved is thrown away whole: what lies beside it would speak of data that is gone', () => {
  const folder = saveState()
  rmSync(join(folder, 'services', 'cloudformation.json'))
  mendState(folder)
  expect(existsSync(folder)).toBe(false)
})

test('data of another version is refused in one sentence, and left as it is', () => {
  const folder = saveState()
  rmSync(join(folder, 'format'))
  const before = readSaved(folder, 'lambda')
  expect(() => mendState(folder)).toThrow(/another version.*npm run reset/)
  expect(readSaved(folder, 'lambda')).toEqual(before)
})
