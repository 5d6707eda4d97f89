// Forms that cannot be read are the sender's mistake, at every address that takes one.
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture } from "../support/fixture.ts";
import { serve, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await serve(fixture);
});
afterAll(() => server.close());

test("a form in parts that does not say where they end is refused as such", async () => {
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
    const response = await fetch(`${server.url}/review`, {
      method: "POST",
      headers: { "content-type": type },
      body: "a=b\r\n--",
    });
    expect([type, response.status]).toEqual([type, 400]);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  }
});
