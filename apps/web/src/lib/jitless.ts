// Zod compiles checks with `new Function` unless told not to; the content security policy forbids that.
// Set before the first chunk that carries zod is loaded, without pulling zod into the first load.
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } }
shared.__zod_globalConfig = { ...shared.__zod_globalConfig, jitless: true }

export {}
