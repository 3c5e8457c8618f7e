import { once } from "node:events";
import { connect, type Socket } from "node:net";

/** What postgres.js knows about where to connect when it asks for a socket. */
export interface SocketTarget {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path: string | false | undefined;
}

/**
 * Connects so that small messages leave at once. With Nagle's algorithm every COPY waits twice for some 40 ms, which is more
 * than all the rest of a small file. Tries the hosts in their order; throws what the last one said.
 */
export async function promptSocket({ host, port, path }: SocketTarget): Promise<Socket> {
  let trouble: unknown = new Error("The address of the database names no host.");
  for (const [index, name] of host.entries()) {
    const socket = path ? connect(path) : connect(port[index] ?? 0, name);
    try {
      await once(socket, "connect");
      socket.setNoDelay(true);
      // TLS checks the certificate against this name.
      return Object.assign(socket, { host: name });
    } catch (error) {
      trouble = error;
    }
  }
  throw trouble;
}
