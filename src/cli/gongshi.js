import { setFlagsFromString } from 'node:v8'

// Plain JavaScript that any Node parses: it must be able to say that Node is too old.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Gongshi 需要 Node 22.18 或更新版本，现在是 ${process.versions.node}。\n` +
      '在 Linux 和 Windows 上请先运行 npm ci，它会带来合适的 Node；其他系统请自行安装后再试。\n',
  )
  process.exit(1)
}
// The bundler is done before the pages begin: what it leaves goes back to the system, and it takes no more at once than one of its threads needs.
process.env.MIMALLOC_PURGE_DELAY ??= '0'
process.env.TOKIO_WORKER_THREADS ??= '1'
// Most of what a build makes is soon garbage: the heap grows by two fifths at a time, not to twice and more.
setFlagsFromString('--heap-growing-percent=40')
// Memory outside the heap counts as part of it: else every 64 MB of pictures and documents would have the whole of it collected. Node 22 does not know how.
if (major >= 24) setFlagsFromString('--external-memory-accounted-in-global-limit')
// A plain copy: the YAML parser reads the environment at every token, which the live one makes slow.
// Astro sends nothing about its use, and `dev` does not ask the registry for a newer version of it.
process.env = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DISABLE_UPDATE_CHECK: 'true',
}
// What was compiled for the last run need not be compiled again.
const { enableCompileCache } = await import('node:module')
enableCompileCache('node_modules/.cache/node')
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
