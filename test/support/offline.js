// Preloaded into every command that a test starts: a connection to another machine ends it at once
// with a message, so that the command cannot catch or ignore it.
import dgram from 'node:dgram'
import { writeSync } from 'node:fs'
import net from 'node:net'

const own = /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3}|0\.0\.0\.0|::)?$/

/** @param {unknown} host */
function refuse(host) {
  if (own.test(String(host ?? ''))) return
  writeSync(2, `A connection to ${String(host)} was refused: ${new Error().stack}\n`)
  // In a worker thread `process.exit` would end only the thread.
  process.kill(process.pid, 'SIGKILL')
}

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...args) {
  // Callers inside Node pass their arguments as one list.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) {
    if (typeof first.path !== 'string') refuse(first.host)
  } else if (Number.isFinite(Number(first))) refuse(typeof second === 'string' ? second : undefined)
  return connect.apply(this, args)
}

for (const name of ['send', 'connect']) {
  const real = dgram.Socket.prototype[name]
  dgram.Socket.prototype[name] = function (...args) {
    for (const arg of args.slice(1)) if (typeof arg === 'string') refuse(arg)
    return real.apply(this, args)
  }
}
