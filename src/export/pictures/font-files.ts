import { fileURLToPath } from 'node:url'

/**
 * The fonts for pictures and PDFs: two weights of Noto Sans SC (SIL Open Font License) from a package,
 * so that every machine gives the same result.
 */
export const fontFiles = {
  regular: fontFile('400Regular/NotoSansSC_400Regular.ttf'),
  bold: fontFile('700Bold/NotoSansSC_700Bold.ttf'),
} as const

function fontFile(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${path}`))
}
