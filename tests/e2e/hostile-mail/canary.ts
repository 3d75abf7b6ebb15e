/** A server on this machine that hears of everything that gets through: connections as well as requests. */
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';

export interface Canary {
  /** `http://127.0.0.1:PORT/`. */
  readonly address: string;
  /** Paths of requests, in order. */
  readonly requests: string[];
  /** Connections, those without a request too. */
  readonly connectionCount: () => number;
  close(): Promise<void>;
}

/** Answers every request with a small page that anybody may use, so that one fetch can lead to the next. */
export async function aCanary(): Promise<Canary> {
  const requests: string[] = [];
  let connections = 0;
  const http = createHttpServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' }).end('tweet');
  });
  const front = createTcpServer((socket) => {
    connections += 1;
    http.emit('connection', socket);
  });
  const port = await listen(front);
  return {
    address: `http://127.0.0.1:${port}/`,
    requests,
    connectionCount: () => connections,
    close: async () => await new Promise((resolve) => front.close(() => resolve())),
  };
}

/** A page of another origin than the canary's, with the headers given. */
export async function aHostPage(
  html: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; close(): void }> {
  const server = createHttpServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}
