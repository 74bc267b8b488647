import { type Address, getAddress, keccak256, pad, toHex } from "viem";
import { afterAll, beforeAll, expect, it } from "vitest";
import { knowAuthority } from "./knowAuthority";
import { built, look, type Place, startPlace } from "./testdata/place";

const OPENZEPPELIN = "@openzeppelin/contracts/build/contracts";
const KEYS = [1, 2, 3, 4, 5].map((n) => getAddress(keccak256(toHex(n)).slice(0, 42)));

let place: Place;

beforeAll(async () => {
  place = await startPlace();
});
afterAll(() => void place?.stop());

async function know(...addresses: Address[]) {
  const { view, trips } = await look(place);
  return { known: await knowAuthority(view, addresses), trips: trips() };
}
const one = async (address: Address) => {
  const { known, trips } = await know(address);
  return { ...known[0], trips };
};

it("tells nobody from a key, also one that acts by a contract's code", async () => {
  const delegated = KEYS[0] as Address;
  const code = await place.deploy("Grave");
  await place.rpc("anvil_setCode", [delegated, `0xef0100${code.slice(2).toLowerCase()}`]);
  const { known, trips } = await know(
    pad("0x00", { size: 20 }),
    pad("0x01", { size: 20 }),
    "0x000000000000000000000000000000000000dEaD",
    "0xdead000000000000000042069420694206942069",
    place.deployer,
    delegated,
  );
  expect(known.map(({ kind }) => kind)).toEqual(["nobody", "nobody", "nobody", "nobody", "key", "delegated_key"]);
  expect(known[5]?.detail).toContain(code);
  expect(trips).toBe(1);
});

it("counts who has to agree, and believes no numbers that don't fit", async () => {
  const owners = [place.deployer, ...KEYS.slice(1)];
  const council = await place.deploy("Council", owners, 3n);
  expect(await one(council)).toMatchObject({ kind: "multisig", detail: "3 of 5 keys", trips: 2 });
  const single = await place.deploy("Council", [place.deployer, KEYS[1]], 1n);
  expect(await one(single)).toMatchObject({ kind: "multisig", detail: "1 of 2 keys" });
  const mixed = await place.deploy("Council", [place.deployer, council], 2n);
  expect(await one(mixed)).toMatchObject({ detail: "2 of 2 owners, 1 of them contracts" });
  for (const [said, threshold] of [
    [[], 0n],
    [[place.deployer, place.deployer], 2n],
    [[place.deployer], 2n],
  ] as const) {
    expect((await one(await place.deploy("Council", said, threshold))).kind).toBe("contract");
  }
});

it("reads the delay of timelocks and who proposes to them", async () => {
  const compound = await place.deploy("DelayedAdmin", place.deployer, 172_800n);
  expect(await one(compound)).toMatchObject({
    kind: "timelock",
    detail: `delay of 172800 s, proposed by a plain key ${place.deployer}`,
    behind: { kind: "key" },
  });
  const council = await place.deploy("Council", KEYS.slice(1), 2n);
  const timelock = await place.create(built(`${OPENZEPPELIN}/TimelockController.json`), [86_400n, [council], [council], place.deployer]);
  expect(await one(timelock)).toMatchObject({
    kind: "timelock",
    detail: `delay of 86400 s, proposed by a multi-signature ${council} (2 of 4 keys)`,
  });
  const instant = await place.create(built(`${OPENZEPPELIN}/TimelockController.json`), [0n, [place.deployer], [], place.deployer]);
  expect(await one(instant)).toMatchObject({
    kind: "contract",
    detail: `a timelock without a delay, proposed by a plain key ${place.deployer}`,
  });
});

it("believes no delay of code that never looks at the time", async () => {
  expect(await one(await place.deploy("HastyAdmin"))).toMatchObject({
    kind: "contract",
    detail: `a contract owned by a plain key ${place.deployer}`,
  });
});

it("knows where holders vote", async () => {
  const assembly = await place.deploy("Assembly");
  expect((await one(assembly)).kind).toBe("governance");
  const timelock = await place.deploy("DelayedAdmin", assembly, 172_800n);
  expect(await one(timelock)).toMatchObject({ kind: "governance", detail: expect.stringContaining("delay of 172800 s") });
});

it("follows an owned contract to its owner", async () => {
  const admin = await place.create(built(`${OPENZEPPELIN}/ProxyAdmin.json`), [place.deployer]);
  expect(await one(admin)).toMatchObject({
    kind: "contract",
    detail: `a contract owned by a plain key ${place.deployer}`,
    behind: { kind: "key" },
    trips: 2,
  });
  const timelock = await place.deploy("DelayedAdmin", place.deployer, 172_800n);
  const slow = await place.create(built(`${OPENZEPPELIN}/ProxyAdmin.json`), [timelock]);
  expect((await one(slow)).detail).toBe(`a contract owned by a timelock ${timelock} (delay of 172800 s)`);
  expect(await one(await place.deploy("Grave"))).toMatchObject({ kind: "contract", detail: null, behind: null });
});

it("takes the token itself for nobody where it can't call", async () => {
  const token = await place.deploy("Plain");
  const { view } = await look(place);
  expect((await knowAuthority(view, [token], token))[0]?.kind).toBe("nobody");
});
