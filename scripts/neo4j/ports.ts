// Ports of this machine: whether one is free, and any free one.
import { createServer } from "node:net";

/**
 * The port itself where it is free, any free one for 0.
 * @param flag the option to name in the error
 * @throws Error where something listens there already
 */
export function claimPort(port: number, flag: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const why =
        error.code === "EADDRINUSE"
          ? `Port ${port} is in use: stop what listens there, or choose another, as in ${flag} ${port + 1}.`
          : `Port ${port} cannot be opened (${error.code ?? error.message}): choose another by ${flag}.`;
      reject(new Error(why));
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
