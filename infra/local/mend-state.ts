import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { PlainFailure } from './failure.ts'

/** A workflow execution that the emulator's stop interrupted. */
export interface InterruptedWorkflow {
  stateMachineArn: string
  name: string
  input: string
}

interface SavedState {
  payload: Record<string, { data: Record<string, unknown> }>
}

function readSaved(path: string): SavedState | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SavedState) : undefined
}

function writeWhole(path: string, content: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(content))
  renameSync(`${path}.new`, path)
}

/**
 * The emulator saves how far each stream was read but not the stream's records, so after a restart it would skip as
 * many new records as were read before. Reading starts from the first record instead.
 */
function rewindStreams(folder: string): void {
  const path = `${folder}/lambda.json`
  const saved = readSaved(path)
  const positions = saved?.payload.dynamodb_stream_positions?.data
  if (!saved || !positions) return
  for (const key of Object.keys(positions)) positions[key] = 0
  writeWhole(path, saved)
}

/**
 * On AWS a running workflow outlives everything; the emulator marks it failed when it starts again. The running ones
 * are taken out of its saved state and noted, so that they can be started again under the same name. The parts of a
 * distributed map are not: the execution whose they are starts them again.
 */
function setAsideRunning(folder: string, noteFile: string): void {
  const path = `${folder}/stepfunctions.json`
  const saved = readSaved(path)
  const executions = saved?.payload.executions?.data
  if (!saved || !executions) return
  const interrupted = readInterrupted(noteFile)
  for (const [key, value] of Object.entries(executions)) {
    const execution = value as InterruptedWorkflow & { status: string; mapRunArn?: string }
    if (execution.status !== 'RUNNING') continue
    const { stateMachineArn, name, input, mapRunArn } = execution
    if (!mapRunArn) interrupted.push({ stateMachineArn, name, input })
    delete executions[key]
  }
  if (interrupted.length === 0) return
  // Noted first: a run broken between the two writes starts a workflow twice rather than never.
  writeWhole(noteFile, interrupted)
  writeWhole(path, saved)
}

/** Workflows noted by `mendState` that have not been started again yet. */
export function readInterrupted(noteFile: string): InterruptedWorkflow[] {
  return existsSync(noteFile) ? (JSON.parse(readFileSync(noteFile, 'utf8')) as InterruptedWorkflow[]) : []
}

export function forgetInterrupted(noteFile: string): void {
  rmSync(noteFile, { force: true })
}

/** What the emulator saves at every stop; without it nothing else of a state is of use. */
const savedStacks = 'services/cloudformation.json'

/** Which items a state holds: raised where those of an older version are not enough for this one. */
const FORMAT = '4: documents processed and approved, lists of what waits, an archive that is indexed'
const formatFile = (stateDir: string): string => `${stateDir}/format`

/** Notes beside a new state what its items are. */
export const noteFormat = (stateDir: string): void => writeFileSync(formatFile(stateDir), FORMAT)

const hasFormat = (stateDir: string): boolean =>
  existsSync(formatFile(stateDir)) && readFileSync(formatFile(stateDir), 'utf8') === FORMAT

/**
 * Repairs, before the emulator starts, what its saved state lacks compared with AWS. A state that was never saved,
 * because its first run was killed, is thrown away; one of another version is refused and left as it is.
 * @param stateDir the kept state's folder.
 */
export function mendState(stateDir: string): void {
  if (!existsSync(`${stateDir}/${savedStacks}`)) return rmSync(stateDir, { recursive: true, force: true })
  if (!hasFormat(stateDir))
    throw new PlainFailure(
      'The data kept here was made by another version of Greffe and cannot serve this one: `npm run reset` forgets it, then start again.',
    )
  rewindStreams(`${stateDir}/services`)
  setAsideRunning(`${stateDir}/services`, interruptedFile(stateDir))
}

/** Where the workflows that a stop interrupted are noted. */
export const interruptedFile = (stateDir: string): string => `${stateDir}/interrupted-workflows.json`
