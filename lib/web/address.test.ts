import { networkInterfaces } from "node:os";
import { describe, expect, it } from "vitest";
import { addressKind } from "./address";

describe("where an address leads", () => {
  it.each([
    "8.8.8.8",
    "1.1.1.1",
    "93.184.216.34",
    "2606:4700:4700::1111",
    "2a00:1450:4001:82a::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
  ])("%s is for everybody", (address) => expect(addressKind(address)).toBe("global"));

  it.each([
    ...["127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "::1", "fd12::1"],
    ...["::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:7f00:1", "64:ff9b::7f00:1", "64:ff9b::a00:1"],
  ])("%s is of this machine's network", (address) => expect(addressKind(address)).toBe("local"));

  it.each([
    ...["0.0.0.0", "0.1.2.3", "169.254.0.1", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1"],
    ...["203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "192.88.99.1"],
    ...["::", "fe80::1", "ff02::1", "fec0::1", "2001:db8::1", "100::1", "4000::1", "::7f00:1", "::8.8.8.8", "3fff::1"],
    ...[
      "2002:7f00:1::",
      "2002:808:808::",
      "2001:0:808:808::",
      "2001:0:7f00:1::1",
      "64:ff9b:1::1",
      "::ffff:0:127.0.0.1",
      "::ffff:169.254.169.254",
    ],
  ])("%s is for nobody", (address) => expect(addressKind(address)).toBe("never"));

  it.each(["169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254", "64:ff9b::a9fe:a9fe"])(
    "%s, where clouds keep their keys, is for nobody",
    (address) => expect(addressKind(address)).toBe("never"),
  );

  it.each(["", "localhost", "127.1", "0x7f000001", "1.2.3", "1.2.3.4.5", "fe80::1%eth0", "12345::"])("%s is no plain address", (text) =>
    expect(addressKind(text)).not.toBe("global"),
  );

  it("what this machine itself is called is not the outside world", () => {
    const own = Object.values(networkInterfaces()).flatMap((list) => list?.map(({ address }) => address) ?? []);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((address) => addressKind(address) === "global")).toEqual([]);
  });
});
