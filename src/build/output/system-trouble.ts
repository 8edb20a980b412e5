import { getSystemErrorName } from 'node:util'

/** Messages in Chinese for error codes of the operating system. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。请腾出空间后再运行',
  EDQUOT: '磁盘配额用完了。请腾出空间后再运行',
  EFBIG: '文件超过了系统允许的大小。请检查系统对文件大小的限制',
  EROFS: '磁盘是只读的。请换一个可以写入的位置',
  EACCES: '没有权限。请检查文件和文件夹的权限',
  EPERM: '系统不允许。请检查文件和文件夹的权限，或者是否正被别的程序打开',
  EBUSY: '正被别的程序使用，或者是一个挂载点。请关闭使用它的程序，或换成其中的一个子文件夹',
  EMFILE: '打开的文件太多。请调高系统对打开文件数的限制',
  ENFILE: '系统打开的文件太多。请关闭一些程序后再运行',
  EIO: '磁盘读写出错。请检查磁盘',
  ENAMETOOLONG: '路径太长。请换一个短一些的文件夹',
  ENOTDIR: '这里应当是文件夹，现在是文件。请换一个位置',
  EISDIR: '这里应当是文件，现在是文件夹。请换一个位置',
  ELOOP: '链接绕成了圈。请改正链接',
}

/**
 * The message, in Chinese, for an error that the operating system caused; null for any other error.
 */
export function systemTrouble(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { code, path, cause } = error as NodeJS.ErrnoException
  const reason = reasons[code ?? ''] ?? reasons[codeIn(error.message) ?? '']
  if (reason === undefined) return systemTrouble(cause)
  return path === undefined ? `${reason}。` : `“${path}”：${reason}。`
}

/** Error numbers of Windows, as the bundler reports them. */
const windowsCodes: Readonly<Record<string, string>> = { 5: 'EACCES', 19: 'EROFS', 112: 'ENOSPC' }

/**
 * The error code in a message of the bundler, which quotes Node or, for its own writes, the system.
 */
function codeIn(message: string): string | null {
  const [, number, name] = /\(os error (\d+)\)|\b(E[A-Z]{2,}): /.exec(message) ?? []
  if (number === undefined) return name ?? null
  return process.platform === 'win32'
    ? (windowsCodes[number] ?? null)
    : getSystemErrorName(-Number(number))
}
