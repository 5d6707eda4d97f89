// Whose request it is where no token says so: the address it comes from, or that which a proxy of ours tells.
import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { Settings } from "../config.ts";

/** An IPv4 address that arrives over IPv6 is that IPv4 one. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

const family = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** Creates what tells the address of whoever asks. */
export function createAddressOf({ TRUSTED_PROXIES }: Pick<Settings, "TRUSTED_PROXIES">) {
  const trusted = new BlockList();
  for (const proxy of TRUSTED_PROXIES) {
    const [address = "", bits] = proxy.split("/");
    if (bits === undefined) trusted.addAddress(address, family(address));
    else trusted.addSubnet(address, Number(bits), family(address));
  }
  const isTrusted = (address: string): boolean =>
    isIP(address) > 0 && trusted.check(address, family(address));
  return ({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): string => {
    const direct = plain(socket.remoteAddress ?? "");
    if (TRUSTED_PROXIES.length === 0 || !isTrusted(direct)) return direct;
    // Each proxy adds whom it was asked by. What stands before the first that is none of ours, anybody may have written.
    const told = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").map(plain).reverse();
    let last = direct;
    for (const address of told) {
      if (isIP(address) === 0) return last;
      last = address;
      if (!isTrusted(address)) return last;
    }
    return last;
  };
}
