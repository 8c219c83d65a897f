import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { GitHubPullRequest, PostingError } from "../../src/posting";
import { HEAD, TOKEN } from "./support/hosts";

let server: Server;
let sends: (response: ServerResponse) => void;

beforeEach(async () => {
  server = createServer((_request, response) => sends(response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const comments = async (): Promise<unknown> => {
  const { port } = server.address() as AddressInfo;
  const host = new GitHubPullRequest(12, {
    ...{ baseUrl: `http://127.0.0.1:${port}`, token: TOKEN, repository: "shop/data-mesh" },
  });
  return host.comments().catch((error: unknown) => error);
};

const refused = (message: string): unknown =>
  expect.objectContaining({ problem: "server", message: expect.stringContaining(message) as string });

test("an answer that is no JSON says so, and not what is in it", async () => {
  sends = (response) => response.end(`<html>sign in, ${TOKEN}</html>`);

  const error = await comments();
  expect(error).toBeInstanceOf(PostingError);
  expect(error).toEqual(refused("the answer is no JSON"));
  expect(String(error)).not.toContain("sign in");
});

test("an answer without end is not read to its end", async () => {
  const chunk = Buffer.alloc(1 << 20, " ");
  sends = (response) => {
    const write = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once("drain", write);
    };
    write();
  };

  expect(await comments()).toEqual(refused("more than 32 MiB"));
});

test("an answer that is cut off is no crash", async () => {
  sends = (response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("[");
    setTimeout(() => response.destroy(), 20);
  };

  expect(await comments()).toEqual(refused("the answer was cut off"));
});

test("a list of very many is taken", async () => {
  const one = { id: 1, user: { login: "a" }, body: HEAD };
  sends = (response) => response.end(JSON.stringify(Array.from({ length: 200_000 }, () => one)));

  expect(await comments()).toHaveLength(200_000);
});
