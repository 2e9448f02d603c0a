import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { noInjectedStyles, onlyOurLocales } from '../../packages/ui/vite.ts'

export default defineConfig({
  plugins: [react(), noInjectedStyles(), onlyOurLocales()],
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
  build: { target: 'es2022', assetsInlineLimit: 0, cssCodeSplit: true, reportCompressedSize: false },
})
