import '../../../web/src/lib/jitless.ts'
