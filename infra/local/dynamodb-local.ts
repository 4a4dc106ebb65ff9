import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { inLocal } from './paths.ts'
import { findFreePort } from './ports.ts'
import { endProcess, isAlive, markProcess } from './processes.ts'
import { runChild, toolPath } from './run-child.ts'
import type { ScriptEnd } from './run-script.ts'

const version = '3.1.0'
const home = inLocal(`dynamodb-local-${version}`)

export type DynamoDbLocal = { endpoint: string; stop: () => Promise<void> } | { missing: string }

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>dynamodb-local</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>software.amazon.dynamodb</groupId>
      <artifactId>DynamoDBLocal</artifactId>
      <version>${version}</version>
    </dependency>
  </dependencies>
</project>
`

/** Whether this Java command is there and is Java 17 or newer. */
async function hasJava(end: ScriptEnd): Promise<boolean> {
  const run = await runChild('java', ['-version'], { end }).catch(() => undefined)
  return Number(/version "(\d+)/.exec(run?.output ?? '')?.[1] ?? 0) >= 17
}

/** Fetches the official DynamoDB Local by Maven, aside first, so that a broken run leaves nothing half fetched. */
async function fetchByMaven(end: ScriptEnd): Promise<string | undefined> {
  const aside = `${home}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  end.onEnd(() => rmSync(aside, { recursive: true, force: true }))
  writeFileSync(`${aside}/pom.xml`, pom)
  const log = inLocal('logs', 'maven.log')
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
  const args = ['-q', '-B', '-f', `${aside}/pom.xml`, goal, `-DoutputDirectory=${aside}/lib`]
  const run = await runChild('mvn', args, { end, logFile: log }).catch(() => undefined)
  if (!run) return 'Maven (mvn) is not installed'
  if (run.code !== 0) return `Maven could not fetch it (its words are in ${log})`
  rmSync(home, { recursive: true, force: true })
  renameSync(aside, home)
  return undefined
}

/**
 * Starts the official DynamoDB Local, in memory, on a free port: the second engine of the table tests.
 * @returns its address, or the reason why it is not there.
 */
export async function startDynamoDbLocal(end: ScriptEnd): Promise<DynamoDbLocal> {
  if (!(await hasJava(end))) return { missing: 'Java 17 or newer is not installed' }
  if (!existsSync(home)) {
    const reason = await fetchByMaven(end)
    if (reason) return { missing: reason }
  }
  const port = await findFreePort()
  const log = inLocal('logs', 'dynamodb-local.log')
  const output = openSync(log, 'w')
  const java = ['-Djava.library.path=lib', '-cp', 'lib/*', 'software.amazon.dynamodb.services.local.main.ServerRunner']
  const child = spawn('java', [...java, '-inMemory', '-disableTelemetry', '-port', String(port)], {
    cwd: home,
    env: { PATH: toolPath(), HOME: inLocal('home') },
    detached: true,
    stdio: ['ignore', output, output],
  })
  child.unref()
  if (child.pid === undefined) return { missing: 'Java could not be started' }
  const mark = markProcess(child.pid)
  // It keeps nothing, so it is given no time to end.
  const stop = async (): Promise<void> => void (await endProcess(mark, 1_000))
  end.onEnd(stop)
  const endpoint = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 30_000
  while (isAlive(mark) && Date.now() < deadline) {
    // Any answer will do: without a signed request it answers 400.
    if (await fetch(endpoint).catch(() => undefined)) return { endpoint, stop }
    await pause(50)
  }
  await stop()
  return { missing: `it did not start (the reason is in ${log})` }
}
