// The image, built by what the Dockerfile says and run shut up in its own root, as its user.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPort } from "../../scripts/neo4j/ports.ts";
import { type Command, runCommand } from "../support/command.ts";
import { buildImage, filesOf, type Image, insideOf, isWritable } from "../support/image.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));
/** The environment is that of the image, whose PATH has no such program. */
const unshare = "/usr/bin/unshare";
/** Only root may shut a program up in a folder. */
const may = process.platform === "linux" && process.getuid?.() === 0;

describe.skipIf(!may)("the image", () => {
  const place = mkdtempSync(join(tmpdir(), "image-"));
  let image: Image;
  let server: Command;
  let environment: Record<string, string>;
  beforeAll(async () => {
    image = buildImage(top, place);
    environment = { ...image.environment, PORT: String(await claimPort(0, "PORT")) };
    server = runCommand(insideOf(image, image.command), { settings: environment, program: unshare });
    await server.waitFor(/http:\/\/\S+\/graphql/);
  }, 600_000);
  afterAll(() => {
    server.child.kill("SIGKILL");
    rmSync(place, { recursive: true, force: true });
  });

  test("holds no shell, no package manager and no tools of a system", () => {
    const programs = filesOf(image.root).filter((path) => !path.startsWith("/app/"));
    const isExpected = (path: string): boolean =>
      /^\/usr\/local\/bin\/node$|^\/etc\/(passwd|group|nsswitch\.conf)$|\.so(\.\d+)*$/.test(path);
    expect(programs.filter((path) => !isExpected(path))).toEqual([]);
    const shells = /^(sh|bash|dash|ash|busybox|npm|npx|apt|apt-get|dpkg)$/;
    const executable = filesOf(image.root).filter((path) => shells.test(basename(path)));
    expect(executable.filter((path) => !path.startsWith("/app/node_modules/"))).toEqual([]);
  });

  test("has a user with a number, who can write the data folder alone", () => {
    expect(image.user).toMatch(/^\d+:\d+$/);
    expect(isWritable(join(image.root, "app/data"))).toBe(true);
    for (const path of ["", "app", "app/dist", "app/seed", "app/node_modules", "usr/local/bin/node"])
      expect([path, isWritable(join(image.root, path))]).toEqual([path, false]);
  });

  test("answers questions and its health check", async () => {
    const health = spawnSync(unshare, insideOf(image, image.healthcheck), { env: environment });
    expect([health.status, health.stderr.toString()]).toEqual([0, ""]);
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: '{ enterprise(name: "中科微至") { name parks { nodes { id } } } }' }),
    });
    expect(await answer.json()).toMatchObject({
      data: { enterprise: { name: expect.stringMatching(/中科微至/) } },
    });
    const page = await fetch(`http://127.0.0.1:${environment.PORT}/`, { headers: { accept: "text/html" } });
    expect([page.status, (await page.text()).includes("<script")]).toEqual([200, true]);
  });

  test("its commands run in it, and it ends when it is told to", async () => {
    const command = ["node", "bin/industry-graph.js", "token", "make", "office", "--scope", "read"];
    const made = spawnSync(unshare, insideOf(image, command), { env: environment, encoding: "utf8" });
    expect([made.status, made.stdout]).toEqual([0, expect.stringMatching(/^ig_/)]);
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  });
});
