// Plain JavaScript that any Node parses: it must be able to say that Node is too old.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Gongshi 需要 Node 22.18 或更新版本，现在是 ${process.versions.node}。\n` +
      '在 Linux 和 Windows 上请先运行 npm ci，它会带来合适的 Node；其他系统请自行安装后再试。\n',
  )
  process.exit(1)
}
// A reader such as `head` closes the output early: the command goes on and prints no more.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
// What was compiled for the last run need not be compiled again.
const { enableCompileCache } = await import('node:module')
enableCompileCache('node_modules/.cache/node')
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2))
