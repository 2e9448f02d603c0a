import type { Plugin } from 'vite'

/**
 * Takes out the calls with which sonner writes a style element at run time: the content security policy forbids it and
 * `styles.css` brings the same rules as a file.
 */
export function noInjectedStyles(): Plugin {
  return {
    name: 'harmony:no-injected-styles',
    transform: {
      filter: { id: /sonner\/dist\/index\.mjs/ },
      handler(code) {
        const stripped = code.replace(/^__insertCSS\(.*\);?$/m, '')
        if (stripped === code) throw new Error('sonner no longer injects its styles in the known way')
        return { code: stripped, map: null }
      },
    },
  }
}
