// Starts a script of this folder: `node scripts/run.mjs <script> [arguments]`.
// Plain JavaScript that needs nothing installed: it installs what the scripts need, then runs them on the Node version
// that the project pins, whatever version started this one.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const project = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const tools = join(project, 'node_modules', '.bin')
const node = join(tools, 'node')
const stampFile = join(project, 'node_modules', '.greffe-lock')
const lockText = readFileSync(join(project, 'package-lock.json'), 'utf8')
const stamp = createHash('sha256').update(lockText).digest('hex')

function giveUp(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Whether npm's own record of what is installed names the same versions as the lock file. */
function matchesLock() {
  const record = join(project, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(lockText).packages).filter(([path]) => path !== '')
  return wanted.every(([path, entry]) => {
    const found = installed[path]
    return found ? found.version === entry.version : entry.optional === true || entry.devOptional === true
  })
}

function runsNode() {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 && Number(answer.stdout.slice(1).split('.')[0]) >= 24
}

function npm(args) {
  const path = process.env.npm_execpath
  const [command, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []]
  // Retried once only: without a network, npm's own patience is ten minutes. One package would report its installs.
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=4000']
  const quiet = ['--include=dev', '--ignore-scripts=false', '--no-audit', '--no-fund']
  return spawnSync(command, [...first, ...args, ...quiet, ...patience], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, SCARF_ANALYTICS: 'false' },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function install() {
  console.log('Installing the pinned packages (once) …')
  let run = npm(['ci'])
  // Some versions of npm refuse a lock file written where other systems' optional packages were not offered.
  if (run.status !== 0 && run.stderr?.includes('EUSAGE')) run = npm(['install', '--no-save'])
  if (run.error) giveUp(`npm could not be started (${run.error.message}): install Node with its npm and try again.`)
  if (run.signal) process.exit(1)
  if (
    run.status !== 0 &&
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(run.stderr)
  ) {
    giveUp('The packages could not be fetched from the npm registry: check the network and run the same command again.')
  }
  if (run.status !== 0) {
    console.error(run.stderr)
    giveUp('npm could not install the packages; its reason stands above.')
  }
  // Some settings keep npm from running the one install script that fetches the pinned Node.
  if (!runsNode()) npm(['rebuild', 'node', 'esbuild'])
  if (!runsNode())
    giveUp('The pinned Node 24 could not be installed: check the network, remove node_modules and try again.')
}

function prepare() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    giveUp(`Greffe needs Node 20 or newer and this is ${process.version}: install a newer one and try again.`)
  }
  if (process.platform === 'win32') giveUp('The local stack runs on Linux and macOS: on Windows, use it inside WSL.')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(node)) return
  if (!matchesLock() || !runsNode()) install()
  writeFileSync(stampFile, stamp)
}

const [script, ...rest] = process.argv.slice(2)
const file = join(project, 'scripts', `${script}.ts`)
if (!script || !/^[a-z-]+$/.test(script) || !existsSync(file))
  giveUp(`There is no script named ${script ?? '(nothing)'}.`)
prepare()

// The channel tells the script when this process has gone, however it went, so that it can stop what it started.
const child = spawn(node, [file, ...rest], {
  cwd: project,
  env: { ...process.env, PATH: [tools, process.env.PATH].join(delimiter) },
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
// Ctrl-C also reaches the script by itself; it counts a signal that comes twice only once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
// The shell between npm and this process passes no signal on: when npm was stopped, only its absence tells.
if (process.env.npm_lifecycle_event) {
  const starter = process.ppid
  setInterval(() => process.ppid !== starter && child.kill('SIGTERM'), 500).unref()
}
child.on('error', (error) => giveUp(`The script could not be started: ${error.message}.`))
child.on('exit', (code) => process.exit(code ?? 1))
