/** 1 MB, in bytes. */
export const megabyte = 1024 * 1024

/** So many bytes in megabytes, with a decimal where it is not 0: 5, 20.3. */
export const megabytes = (bytes: number): string => (bytes / megabyte).toFixed(1).replace('.0', '')

/** A size for readers: "12 KB", "1.2 MB". */
export const sizeWords = (bytes: number): string =>
  bytes >= megabyte ? `${(bytes / megabyte).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`
