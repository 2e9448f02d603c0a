console.log('[harmony] demo loaded')
