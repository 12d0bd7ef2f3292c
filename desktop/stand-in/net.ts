import { readFile } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

async function fetchFile(url: string): Promise<Response> {
  const file = fileURLToPath(url)
  const content = await readFile(file).catch(() => {
    throw new Error('net::ERR_FILE_NOT_FOUND')
  })
  const type = types[extname(file)]
  return new Response(content, { headers: type ? { 'content-type': type } : {} })
}

/** Node's requests have what is used of Electron's. */
function request({ session: _, ...options }: Electron.ClientRequestConstructorOptions): http.ClientRequest {
  return (options.protocol === 'https:' ? https : http).request(options as http.RequestOptions)
}

export const net = {
  request,
  fetch(input: string | Request, init?: RequestInit) {
    const url = typeof input === 'string' ? input : input.url
    return url.startsWith('file:') ? fetchFile(url) : fetch(input, init)
  },
  isOnline: () => true,
}
